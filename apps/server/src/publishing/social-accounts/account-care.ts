import { and, asc, eq, gt, isNull, lt, ne, or } from 'drizzle-orm'
import type { Logger } from 'pino'
import type { Clock, Instant } from '../../clock.ts'
import type { Database } from '../../db/database.ts'
import { deliveries, socialAccounts } from '../../db/publishing-tables.ts'
import { PublishError } from '../../networks/publish-error.ts'
import { type KeyRing, SealError } from '../../secrets/key-ring.ts'
import { accountReconnected, waitsForAccount } from '../deliveries/account-changes.ts'
import type { Connections } from './connections.ts'
import { placeOfAccount } from './social-account-view.ts'
import {
  renewAheadMs,
  type SocialSessions,
  thisAccount,
  unreadableSentence,
} from './social-sessions.ts'
import { tellOfEndingAccounts } from './tell-of-account.ts'

const batchMax = 50

export interface AccountCareOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Logger
  readonly keys: KeyRing
  readonly sessions: SocialSessions
  readonly connections: Connections
}

/** Keeps accounts ready: renews tokens ahead of their end, warns in time, seals anew under a new key. */
export class AccountCare {
  readonly #options: AccountCareOptions
  /** The last account that was looked at, where there are more behind it. */
  #last: { readonly tokenExpiresAt: Instant | null; readonly id: string } | undefined

  constructor(options: AccountCareOptions) {
    this.#options = options
  }

  async look(): Promise<void> {
    await this.#renewEnding()
    await tellOfEndingAccounts(this.#options.database.pool, this.#options.clock())
    await this.#sealAnew()
    await this.#goOn()
    await this.#options.connections.sweep()
  }

  /** Goes on where the last look ended, so that networks that are away keep nobody waiting for ever. */
  async #renewEnding(): Promise<void> {
    const { database, clock, sessions, log } = this.#options
    const { tokenExpiresAt, id } = socialAccounts
    const ending = await database.db
      .select({ workspaceId: socialAccounts.workspaceId, id, tokenExpiresAt })
      .from(socialAccounts)
      .where(and(alive(), lt(tokenExpiresAt, clock() + renewAheadMs), this.#isBehindLast()))
      .orderBy(asc(tokenExpiresAt), asc(id))
      .limit(batchMax)
    this.#last = ending.length === batchMax ? ending.at(-1) : undefined
    const renew = async (account: (typeof ending)[number]) => {
      await sessions.renew(account.workspaceId, account.id).catch((error) => {
        if (!(error instanceof PublishError)) throw error
        log.info({ socialAccountId: account.id, kind: error.kind }, 'an account was not renewed')
      })
    }
    await Promise.all(ending.map(renew))
  }

  #isBehindLast() {
    if (this.#last === undefined) return undefined
    const { tokenExpiresAt, id } = this.#last
    const sameEnd = eq(socialAccounts.tokenExpiresAt, tokenExpiresAt ?? 0)
    return or(
      gt(socialAccounts.tokenExpiresAt, tokenExpiresAt ?? 0),
      and(sameEnd, gt(socialAccounts.id, id)),
    )
  }

  /** What waits for an account that is there: it was connected while a worker said that it is not. */
  async #goOn(): Promise<void> {
    const { database, clock } = this.#options
    const accounts = await database.db
      .selectDistinct({
        workspaceId: deliveries.workspaceId,
        socialAccountId: deliveries.socialAccountId,
      })
      .from(deliveries)
      .innerJoin(
        socialAccounts,
        and(
          eq(socialAccounts.workspaceId, deliveries.workspaceId),
          eq(socialAccounts.id, deliveries.socialAccountId),
        ),
      )
      .where(and(waitsForAccount(), eq(deliveries.problemAction, 'reconnect'), alive()))
      .limit(batchMax)
    for (const account of accounts)
      await database.transaction((tx) => accountReconnected(tx, account, clock()))
  }

  async #sealAnew(): Promise<void> {
    const { database, keys, log } = this.#options
    const old = await database.db
      .select()
      .from(socialAccounts)
      .where(and(alive(), ne(socialAccounts.keyId, keys.currentKeyId)))
      .limit(batchMax)
    for (const row of old) {
      try {
        const credentials = keys.open(
          { keyId: row.keyId, bytes: row.credentials },
          placeOfAccount(row),
        )
        const sealed = keys.seal(credentials, placeOfAccount(row))
        // Renewed meanwhile: then it is sealed by the new key already.
        await database.db
          .update(socialAccounts)
          .set({ credentials: sealed.bytes, keyId: sealed.keyId })
          .where(
            and(
              thisAccount(row.workspaceId, row.id),
              eq(socialAccounts.keyId, row.keyId),
              eq(socialAccounts.updatedAt, row.updatedAt),
            ),
          )
      } catch (error) {
        if (!(error instanceof SealError)) throw error
        log.warn(
          { keyId: row.keyId },
          'accounts are sealed with a key that TOKEN_KEYS does not have',
        )
        await this.#options.sessions.refused(
          { workspaceId: row.workspaceId, socialAccountId: row.id, credentials: undefined },
          { code: 'account_revoked', detail: unreadableSentence },
        )
      }
    }
  }
}

function alive() {
  return and(isNull(socialAccounts.disconnectedAt), eq(socialAccounts.needsReconnect, false))
}
