import { randomUUID } from 'node:crypto'
import type { Clock } from '../../src/clock.ts'
import { NetworkClient } from '../../src/networks/http/network-client.ts'
import type {
  Finding,
  Json,
  MediaFile,
  NetworkAdapter,
  Receipt,
  ReplyTo,
  Session,
  TargetContent,
} from '../../src/networks/network-adapter.ts'
import type { NetworkEnvironment } from '../../src/networks/network-environment.ts'
import { PublishError } from '../../src/networks/publish-error.ts'
import { type PlayedNetwork, playedApp } from '../../src/networks/testing/played-account.ts'

/** A clock that a test turns, so that nobody waits for a network to settle. */
export class TurnedClock {
  #ahead = 0
  readonly now: Clock = () => Date.now() + this.#ahead

  turn(ms: number): void {
    this.#ahead += ms
  }
}

export interface Played {
  readonly network: PlayedNetwork
  readonly adapter: NetworkAdapter
  readonly clock: TurnedClock
  close(): Promise<void>
}

export async function play<N extends PlayedNetwork>(
  start: (options: { readonly clock: Clock }) => Promise<N>,
  create: (environment: NetworkEnvironment) => NetworkAdapter,
  scopes?: readonly string[],
): Promise<Played & { readonly network: N }> {
  return playWith(new TurnedClock(), start, create, scopes)
}

/** The same on a clock that others go by too. */
export async function playWith<N extends PlayedNetwork>(
  clock: TurnedClock,
  start: (options: { readonly clock: Clock }) => Promise<N>,
  create: (environment: NetworkEnvironment) => NetworkAdapter,
  scopes?: readonly string[],
): Promise<Played & { readonly network: N }> {
  const network = await start({ clock: clock.now })
  const client = new NetworkClient({
    allowedHosts: [network.standIn.host],
    userAgent: 'Rheos test',
  })
  const adapter = create({
    client,
    app: { ...playedApp, scopes },
    apiUrl: network.standIn.url,
    clock: clock.now,
    newId: randomUUID,
  })
  return {
    network,
    adapter,
    clock,
    close: async () => {
      await client.close()
      await network.standIn.close()
    },
  }
}

/** A person allows it, and comes back from the network. */
export async function connect({ adapter }: Played) {
  const { connector } = adapter
  if (connector.kind !== 'oauth') throw new Error('it is not connected by OAuth')
  const asked = { server: '', app: undefined, redirectUri: 'https://studio.example/back' }
  const { authorizeUrl, secret } = await connector.begin({ ...asked, state: 'state-1' })
  const answer = await fetch(authorizeUrl, { redirect: 'manual' })
  const back = new URL(answer.headers.get('location') ?? '')
  const query = Object.fromEntries(back.searchParams)
  const candidates = await connector.finish({ ...asked, secret, query })
  return { candidates, query, begun: { ...asked, secret } }
}

export function content(text: string, pictures = 0): TargetContent {
  const media = Array.from({ length: pictures }, (_, index) => picture(`Picture ${index + 1}`))
  return { kind: 'post', text, title: '', media }
}

export function picture(alt: string, mediaType = 'image/jpeg'): MediaFile {
  return {
    assetId: randomUUID(),
    alt,
    mediaType,
    width: 1080,
    height: 1080,
    bytes: 600,
    read: async () => new Uint8Array(600).fill(7),
    publicUrl: async () => `https://studio.example/media/${randomUUID()}.jpg`,
  }
}

export function answerTo(root: Receipt, parent = root): ReplyTo {
  return { root, parent }
}

export type Outcome =
  | { readonly kind: 'published'; readonly receipt: Receipt; readonly finding?: Finding }
  | { readonly kind: 'refused'; readonly error: PublishError }
  | { readonly kind: 'asked' }

/** One target on its way, with what is kept of it. */
export class PlayedTarget {
  readonly #played: Played
  /** A renewed one takes its place. */
  session: Session
  readonly #content: TargetContent
  readonly #replyTo: ReplyTo | undefined
  readonly #steps = new Map<string, Json>()
  readonly #key: string
  kept: Json = null
  intent: Json = null
  /** Of the first publishing call. */
  since = 0

  constructor(
    played: Played,
    order: {
      readonly session: Session
      readonly content: TargetContent
      readonly replyTo?: ReplyTo | undefined
    },
  ) {
    this.#played = played
    this.session = order.session
    this.#content = order.content
    this.#replyTo = order.replyTo
    this.#key = played.adapter.mintKey({ id: randomUUID(), at: played.clock.now() })
  }

  async prepare(): Promise<void> {
    this.intent = await this.#played.adapter.prepare({
      session: this.session,
      content: this.#content,
      key: this.#key,
      at: this.#played.clock.now(),
      ...(this.#replyTo && { replyTo: this.#replyTo }),
      once: async <T extends Json>(name: string, step: () => Promise<T>) => {
        const before = this.#steps.get(name)
        if (before !== undefined) return before as T
        const made = await step()
        // What is kept has been through the database.
        this.#steps.set(name, JSON.parse(JSON.stringify(made)) as Json)
        return made
      },
      signal: AbortSignal.timeout(preparingMs),
    })
    this.intent = JSON.parse(JSON.stringify(this.intent)) as Json
  }

  publish(): Promise<Receipt> {
    if (this.since === 0) this.since = this.#played.clock.now()
    return this.#played.adapter.publish({
      session: this.session,
      intent: this.intent,
      key: this.#key,
      kept: this.kept,
      keep: async (value) => {
        this.kept = value
      },
      signal: AbortSignal.timeout(patienceMs),
    })
  }

  reconcile(): Promise<Finding> {
    return this.#played.adapter.reconcile({
      session: this.session,
      intent: this.intent,
      key: this.#key,
      kept: this.kept,
      since: this.since,
      signal: AbortSignal.timeout(patienceMs),
    })
  }

  /** All of it, as publishing does it, until it is known; `loses` says when the worker dies after a call. */
  async deliver(loses: () => boolean = () => false): Promise<Outcome> {
    const { clock } = this.#played
    let isPrepared = false
    for (let turn = 0; turn < turnsMax; turn += 1) {
      try {
        if (!isPrepared) await this.prepare()
        isPrepared = true
        const receipt = await this.publish()
        if (!loses()) return { kind: 'published', receipt }
      } catch (error) {
        if (!(error instanceof PublishError)) throw error
        if (error.kind === 'rejected' || error.kind === 'account') return { kind: 'refused', error }
        if (error.kind === 'wait') clock.turn(Math.max(0, (error.retryAt ?? 0) - clock.now()))
        if (error.kind !== 'lost') {
          isPrepared = false
          clock.turn(60_000)
          continue
        }
      }
      const finding = await this.#found()
      if (finding.found === 'there') return { kind: 'published', receipt: finding.receipt, finding }
      if (finding.found === 'unclear') return { kind: 'asked' }
    }
    return { kind: 'asked' }
  }

  async #found(): Promise<Finding> {
    let finding: Finding = { found: 'unclear', detail: '' }
    for (let look = 0; look < looksMax; look += 1) {
      this.#played.clock.turn(this.#played.adapter.promise.settleMs + 1000)
      try {
        finding = await this.reconcile()
        if (finding.found !== 'unclear') return finding
      } catch (error) {
        if (!(error instanceof PublishError)) throw error
      }
    }
    return finding
  }
}

/** How long a call may take before it counts as lost. */
const patienceMs = 1500
const preparingMs = 20_000
const turnsMax = 40
const looksMax = 40

/** The same numbers for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
