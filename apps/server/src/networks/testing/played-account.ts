import type { Clock } from '../../clock.ts'
import type { Json, Session } from '../network-adapter.ts'
import type { StandIn } from './stand-in.ts'

/** The keys that every played network knows. */
export const playedApp = { clientId: 'played-client', clientSecret: 'played-secret' }

/** A played network with one account that is signed in. */
export interface PlayedNetwork {
  readonly standIn: StandIn
  /** Who publishes; its token works until it is ended. */
  session(): Session
  /** What the network does not accept from now on: tokens that are out, or a permission. */
  endTokens(): void
  withdraw(scope: string): void
  /** How long a post is there before the network lists it. */
  listingLagMs: number
}

/** Tokens of a played network. */
export class PlayedTokens {
  readonly #tokens = new Map<string, { readonly account: string; readonly scopes: Set<string> }>()
  #count = 0

  issue(account: string, scopes: readonly string[]): string {
    this.#count += 1
    const token = `played-token-${this.#count}`
    this.#tokens.set(token, { account, scopes: new Set(scopes) })
    return token
  }

  /** Undefined: the network does not know it, or not any more. */
  holder(token: string | undefined) {
    return token === undefined ? undefined : this.#tokens.get(token)
  }

  endAll(): void {
    this.#tokens.clear()
  }

  withdraw(scope: string): void {
    for (const { scopes } of this.#tokens.values()) scopes.delete(scope)
  }
}

export function playedSession(
  account: { readonly id: string; readonly handle: string },
  credentials: Json,
  facts: Readonly<Record<string, unknown>> = {},
): Session {
  return {
    socialAccountId: `social-${account.id}`,
    remoteId: account.id,
    handle: account.handle,
    server: '',
    credentials,
    facts,
  }
}

/** Numbers that carry when they were made, as those of X and LinkedIn do. */
export function numbersByTime(clock: Clock): () => string {
  let count = 0n
  return () => {
    count += 1n
    return String((BigInt(Math.floor(clock())) << 22n) + (count % (1n << 22n)))
  }
}
