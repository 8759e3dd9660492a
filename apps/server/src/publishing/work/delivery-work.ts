import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/database.ts'
import type { NetworkAdapter, Receipt, ReplyTo, Session } from '../../networks/network-adapter.ts'
import type { Networks } from '../../networks/networks.ts'
import type { Claimed, DeliveryRow, TargetRow } from '../deliveries/claim-deliveries.ts'
import type { DeliveryChange, TargetChange } from '../deliveries/delivery-change.ts'
import type { LeasedDelivery } from '../deliveries/leased-delivery.ts'
import { nextStep, type Step } from '../law/next-step.ts'
import type { Freeze, OpenMedia, Sessions } from '../publishing-ports.ts'

export interface WorkTools {
  readonly database: Database
  readonly clock: Clock
  readonly newId: () => string
  readonly networks: Networks
  readonly sessions: Sessions
  readonly freeze: Freeze
  readonly openMedia: OpenMedia
}

/** One delivery while it is worked on: what is known of it, and the only way in which it is written. */
export class DeliveryWork {
  readonly tools: WorkTools
  readonly claimed: Claimed
  readonly adapter: NetworkAdapter
  /** The process stops: what is not being sent is let go of. */
  readonly signal: AbortSignal
  /** Errors since something last worked. */
  attempts: number
  readonly #lease: LeasedDelivery
  #targets: readonly TargetRow[]
  #session: Session | undefined

  constructor(options: {
    readonly tools: WorkTools
    readonly claimed: Claimed
    readonly lease: LeasedDelivery
    readonly signal: AbortSignal
  }) {
    const { tools, claimed, lease, signal } = options
    const adapter = tools.networks.get(claimed.delivery.network)
    if (adapter === undefined) throw new Error(`No adapter: ${claimed.delivery.network}.`)
    this.tools = tools
    this.claimed = claimed
    this.adapter = adapter
    this.signal = signal
    this.attempts = claimed.delivery.attempts
    this.#lease = lease
    this.#targets = claimed.targets
  }

  get delivery(): DeliveryRow {
    return this.claimed.delivery
  }

  get lease(): LeasedDelivery {
    return this.#lease
  }

  get targets(): readonly TargetRow[] {
    return this.#targets
  }

  replaceTargets(targets: readonly TargetRow[]): void {
    this.#targets = targets
  }

  target(index: number): TargetRow {
    const target = this.#targets[index]
    if (target === undefined) throw new Error(`There is no target ${index}.`)
    return target
  }

  now(): number {
    return this.tools.clock()
  }

  next(): Step {
    const { dueAt } = this.delivery
    return nextStep({ dueAt, promise: this.adapter.promise, targets: this.#targets }, this.now())
  }

  /** The account, opened once. */
  async open(): Promise<Session> {
    const { workspaceId, socialAccountId } = this.delivery
    this.#session ??= await this.tools.sessions.open(workspaceId, socialAccountId)
    return this.#session
  }

  /** Answers what was open. */
  forgetSession(): Session | undefined {
    const session = this.#session
    this.#session = undefined
    return session
  }

  /** Writes as long as the lease is ours; what is written of a target is known here too. */
  async write(change: DeliveryChange): Promise<void> {
    await this.#lease.write(change, this.now())
    if (change.target !== undefined) this.note(change.target.index, change.target.change)
  }

  /** Known here, and written with what comes next. */
  note(index: number, change: TargetChange): void {
    const changed = { ...this.target(index), ...change }
    this.#targets = this.#targets.map((target) => (target.index === index ? changed : target))
  }

  /** What a target answers: an answer what comes before it, a comment the post. */
  replyTo({ index, kind }: TargetRow): ReplyTo | undefined {
    if (index === 0) return undefined
    const root = receiptOf(this.target(0))
    return { root, parent: kind === 'comment' ? root : receiptOf(this.target(index - 1)) }
  }

  /** With what is out already, said first (D14). */
  sentenceFor(index: number, detail: string): string {
    if (index === 0) return detail
    const isComment = this.target(index).kind === 'comment'
    const missing = isComment ? 'its first comment' : `part ${index + 1} of ${this.#targets.length}`
    return `The post is out; ${missing} is not. ${detail}`
  }
}

function receiptOf({ receipt, index }: TargetRow): Receipt {
  if (receipt === null) throw new Error(`Target ${index} is out and has no receipt.`)
  return receipt as Receipt
}
