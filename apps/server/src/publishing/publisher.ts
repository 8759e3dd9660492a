import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type {
  Json,
  NetworkAdapter,
  Receipt,
  ReplyTo,
  Session,
} from '../networks/network-adapter.ts'
import type { Networks } from '../networks/networks.ts'
import { PublishError } from '../networks/publish-error.ts'
import { Refusal } from '../refusal.ts'
import type { Claimed, TargetRow } from './deliveries/claim-deliveries.ts'
import { readTargets, rememberFrozen } from './deliveries/frozen-targets.ts'
import { type DeliveryChange, LeasedDelivery } from './deliveries/leased-delivery.ts'
import { writeTargets } from './deliveries/open-deliveries.ts'
import { pauseAccount } from './deliveries/pause-account.ts'
import { type Aftermath, afterLooking, afterPreparing, afterSending } from './law/after-error.ts'
import { backoffMs, lookForMs } from './law/limits.ts'
import { nextStep, type Step } from './law/next-step.ts'
import { mayBeThere } from './law/target.ts'
import { LeaseLostError } from './lease-lost-error.ts'
import { problems } from './problem-sentences.ts'
import type { Freeze, OpenMedia, Sessions } from './publishing-ports.ts'

export interface PublisherOptions {
  readonly database: Database
  readonly clock: Clock
  readonly newId: () => string
  readonly log: Logger
  readonly networks: Networks
  readonly sessions: Sessions
  readonly freeze: Freeze
  readonly openMedia: OpenMedia
  readonly leaseMs: number
}

/** Works on deliveries that were claimed, step by step, as the law says (SPEC.md). */
export class Publisher {
  readonly #options: PublisherOptions

  constructor(options: PublisherOptions) {
    this.#options = options
  }

  /** Goes as far as it can go now. Never throws: what went wrong is written down, or left to its lease. */
  async work(claimed: Claimed, owner: string, signal: AbortSignal): Promise<void> {
    const { database, leaseMs, clock, log } = this.#options
    const lease = new LeasedDelivery({ database, row: claimed.delivery, owner, leaseMs })
    const alive = setInterval(
      () => lease.renew(clock()).catch(() => undefined),
      Math.max(250, leaseMs / 3),
    )
    try {
      await this.#run(new Work(claimed, lease, this.#options, signal))
    } catch (error) {
      if (error instanceof LeaseLostError) return
      log.error({ err: error, deliveryId: claimed.delivery.id }, 'a delivery was left to its lease')
    } finally {
      clearInterval(alive)
    }
  }

  async #run(work: Work): Promise<void> {
    if (!(await work.begin())) return
    for (;;) {
      const step = work.next()
      if (!(await work.take(step))) return
    }
  }
}

/** One delivery while it is worked on. */
class Work {
  readonly #options: PublisherOptions
  readonly #lease: LeasedDelivery
  readonly #adapter: NetworkAdapter
  readonly #signal: AbortSignal
  readonly #claimed: Claimed
  #targets: TargetRow[]
  #attempts: number
  #session: Session | undefined

  constructor(
    claimed: Claimed,
    lease: LeasedDelivery,
    options: PublisherOptions,
    signal: AbortSignal,
  ) {
    const { delivery } = claimed
    const adapter = options.networks.get(delivery.network)
    if (adapter === undefined) throw new Error(`No adapter is there for ${delivery.network}.`)
    this.#adapter = adapter
    this.#options = options
    this.#lease = lease
    this.#signal = signal
    this.#claimed = claimed
    this.#targets = [...claimed.targets]
    this.#attempts = delivery.attempts
  }

  /** Takes in what changed since it was frozen. False: there is nothing more to do. */
  async begin(): Promise<boolean> {
    const { post, delivery } = this.#claimed
    const begun = this.#targets.some(mayBeThere)
    if (post === undefined && !begun) {
      await this.#write({
        state: 'dropped',
        nextAt: null,
        ended: true,
        events: [{ kind: 'dropped' }],
      })
      return false
    }
    const isStale =
      post !== undefined &&
      (post.revision !== delivery.postRevision || post.watermark !== delivery.watermark)
    if (isStale && !begun) return this.#freezeAnew(post.watermark)
    await this.#inheritDoubt()
    return true
  }

  /** Whoever worked on it died while calling: nobody knows whether the call worked (D3). */
  async #inheritDoubt(): Promise<void> {
    const left = this.#targets.find(({ state }) => state === 'committing')
    if (left === undefined) return
    const { index } = left
    await this.#write({
      state: 'unconfirmed',
      target: { index, change: { state: 'unconfirmed' } },
      events: [{ kind: 'worker_lost', target: index }],
    })
    this.#change(index, { state: 'unconfirmed' })
  }

  async #freezeAnew(watermark: boolean): Promise<boolean> {
    const { workspaceId, postId, network, id, dueAt } = this.#claimed.delivery
    const { database, freeze, newId } = this.#options
    try {
      const frozen = await freeze({ workspaceId, postId, network, watermark })
      const mint = () => this.#adapter.mintKey({ id: newId(), at: dueAt })
      await database.transaction(async (tx) => {
        await this.#lease.writeWithin(tx, { events: [{ kind: 'changed' }] }, this.#now())
        await writeTargets(tx, { workspaceId, id }, frozen, mint, this.#now())
        await rememberFrozen(tx, { workspaceId, id }, frozen)
      })
      this.#targets = await readTargets(database, { workspaceId, id })
      return true
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await this.#fail({ code: 'not_ready', detail: error.detail, action: 'edit' })
      return false
    }
  }

  next(): Step {
    const { dueAt } = this.#claimed.delivery
    return nextStep({ dueAt, promise: this.#adapter.promise, targets: this.#targets }, this.#now())
  }

  /** True: there may be more to do at once. */
  async take(step: Step): Promise<boolean> {
    switch (step.do) {
      case 'end':
        await this.#end()
        return false
      case 'rest':
        await this.#write({ nextAt: null })
        return false
      case 'wait':
        await this.#doubt(step.index, step.until)
        return false
      case 'miss':
        await this.#miss()
        return false
      case 'give_up':
        await this.#fail({
          code: 'network_unreachable',
          detail: this.#missing(step.index, problems.gaveUp),
          action: 'retry',
        })
        return false
      case 'ask':
        await this.#ask(step.index)
        return false
      case 'send':
        return this.#send(step.index)
      case 'repeat':
        return this.#call(step.index)
      case 'look':
        return this.#look(step.index)
    }
  }

  async #send(index: number): Promise<boolean> {
    if (this.#signal.aborted) return this.#letGo()
    const target = this.#target(index)
    let intent: Json
    try {
      intent = await this.#prepare(target)
    } catch (error) {
      if (error instanceof LeaseLostError) throw error
      const failure = failureOf(error, 'not_sent')
      return this.#after(index, afterPreparing(failure, this.#attempts, this.#now()), failure)
    }
    if (this.#signal.aborted) return this.#letGo()
    this.#change(index, { intent })
    return this.#call(index)
  }

  async #prepare(target: TargetRow): Promise<Json> {
    const { dueAt, workspaceId } = this.#claimed.delivery
    const { openMedia } = this.#options
    const session = await this.#open()
    const replyTo = this.#replyTo(target)
    return this.#adapter.prepare({
      session,
      key: target.key,
      at: dueAt,
      content: {
        kind: target.kind,
        text: target.content.text,
        title: target.content.title,
        media: target.content.media.map((media) => openMedia(workspaceId, media)),
      },
      ...(replyTo !== undefined && { replyTo }),
      once: (name, step) => this.#once(target.index, name, step),
      signal: this.#signal,
    })
  }

  /** What a step of the preparation gave is kept before it is used, so that nobody does it twice. */
  async #once<T extends Json>(index: number, name: string, step: () => Promise<T>): Promise<T> {
    const known = this.#target(index).prepared
    if (name in known) return known[name] as T
    const value = await step()
    const prepared = { ...this.#target(index).prepared, [name]: value }
    await this.#write({ target: { index, change: { prepared } } })
    this.#change(index, { prepared })
    return value
  }

  /** Makes the call that makes it visible, after all that it needs is durable. */
  async #call(index: number): Promise<boolean> {
    const now = this.#now()
    const { committedAt, intent } = this.#target(index)
    const change = {
      state: 'committing',
      intent,
      calledAt: now,
      committedAt: committedAt ?? now,
    } as const
    try {
      // An account that cannot be opened has sent nothing; after this line nobody can say so any more.
      await this.#open()
    } catch (error) {
      const failure = failureOf(error, 'not_sent')
      const after = committedAt === null ? afterSending : afterLooking
      return this.#after(index, after(failure, this.#attempts, now), failure)
    }
    await this.#write({
      state: 'publishing',
      target: { index, change },
      events: [{ kind: 'committing', target: index }],
    })
    this.#change(index, change)
    return this.#publish(index)
  }

  async #publish(index: number): Promise<boolean> {
    const { key, kept, intent } = this.#target(index)
    let receipt: Receipt
    try {
      receipt = await this.#adapter.publish({
        session: await this.#open(),
        intent: intent as Json,
        key,
        kept: (kept ?? null) as Json,
        keep: (value) => this.#keep(index, value),
        // A call that makes a post visible is not cut off: its answer is worth more than haste.
        signal: new AbortController().signal,
      })
    } catch (error) {
      if (error instanceof LeaseLostError) throw error
      const failure = failureOf(error, 'lost')
      return this.#after(index, afterSending(failure, this.#attempts, this.#now()), failure)
    }
    await this.#published(index, receipt, 'published')
    return true
  }

  async #keep(index: number, kept: Json): Promise<void> {
    await this.#write({ target: { index, change: { kept } } })
    this.#change(index, { kept })
  }

  async #look(index: number): Promise<boolean> {
    const { key, kept, intent, committedAt } = this.#target(index)
    if (this.#signal.aborted) return this.#letGo()
    try {
      const found = await this.#adapter.reconcile({
        session: await this.#open(),
        intent: intent as Json,
        key,
        kept: (kept ?? null) as Json,
        since: committedAt ?? this.#now(),
        signal: this.#signal,
      })
      if (found.found === 'there') {
        await this.#published(index, found.receipt, 'found')
        return true
      }
      if (found.found === 'unclear') return this.#notClear(index, found.detail)
      const change = { state: 'scheduled', committedAt: null, calledAt: null, kept: null } as const
      await this.#write({
        state: 'publishing',
        target: { index, change },
        events: [{ kind: 'not_found', target: index }],
      })
      this.#change(index, change)
      return true
    } catch (error) {
      if (error instanceof LeaseLostError) throw error
      const failure = failureOf(error, 'not_sent')
      return this.#after(index, afterLooking(failure, this.#attempts, this.#now()), failure)
    }
  }

  async #notClear(index: number, detail: string): Promise<boolean> {
    const now = this.#now()
    const { calledAt } = this.#target(index)
    if (calledAt !== null && now - calledAt > lookForMs) {
      await this.#ask(index)
      return false
    }
    this.#attempts += 1
    await this.#write({
      state: 'unconfirmed',
      nextAt: now + backoffMs(this.#attempts - 1),
      attempts: this.#attempts,
      target: { index, change: { state: 'reconciling' } },
      events: [{ kind: 'not_clear', target: index, detail }],
    })
    return false
  }

  async #published(index: number, receipt: Receipt, kind: 'published' | 'found'): Promise<void> {
    const change = {
      state: 'published',
      receipt,
      remoteId: receipt.remoteId,
      url: receipt.url,
    } as const
    this.#attempts = 0
    await this.#write({
      ...(index === 0 && { url: receipt.url }),
      attempts: 0,
      target: { index, change },
      events: [{ kind, target: index, requestId: receipt.requestId }],
    })
    this.#change(index, change)
  }

  async #end(): Promise<void> {
    await this.#write({ state: 'published', nextAt: null, ended: true, problem: null })
  }

  async #miss(): Promise<void> {
    await this.#write({
      state: 'missed',
      nextAt: null,
      ended: true,
      problem: { code: 'too_late', detail: problems.missed, action: 'retry' },
      events: [{ kind: 'missed' }],
    })
  }

  async #ask(index: number): Promise<void> {
    await this.#write({
      state: 'needs_person',
      nextAt: null,
      problem: { code: 'answer_lost', detail: problems.asked, action: 'answer' },
      target: { index, change: { state: 'needs_person' } },
      events: [{ kind: 'asked', target: index }],
    })
  }

  /** It is in doubt, and too early to look. */
  async #doubt(index: number, until: number): Promise<void> {
    await this.#write({
      state: 'unconfirmed',
      nextAt: until,
      target: { index, change: { state: 'unconfirmed' } },
    })
  }

  async #fail(problem: NonNullable<DeliveryChange['problem']>, index = 0): Promise<void> {
    await this.#write({
      state: 'failed',
      nextAt: null,
      ended: true,
      problem,
      events: [{ kind: 'rejected', target: index, detail: problem.detail }],
    })
  }

  /** Writes down what an error leaves behind. True: it can go on at once. */
  async #after(index: number, aftermath: Aftermath, failure: Failure): Promise<boolean> {
    const { target, problem, event } = aftermath
    const nextAt = (await this.#isRenewed(failure)) ? this.#now() : aftermath.nextAt
    const events = [
      { kind: event, target: index, detail: problem.detail, requestId: failure.requestId },
    ]
    const change = { state: target } as const
    if (target === 'rejected') {
      const detail = this.#missing(index, problem.detail)
      await this.#write({
        state: 'failed',
        nextAt: null,
        ended: true,
        problem: { ...problem, detail },
        target: { index, change },
        events,
      })
      return false
    }
    this.#change(index, change)
    this.#attempts += 1
    if (target === 'unconfirmed') {
      // The first time it is looked into at once; a network that goes on like this is given time.
      const again = this.#attempts > 1
      await this.#write({
        state: 'unconfirmed',
        attempts: this.#attempts,
        ...(again && { nextAt: this.#now() + backoffMs(this.#attempts - 1) }),
        problem,
        target: { index, change },
        events,
      })
      return !again
    }
    // A target that surely is not there may be made anew: nothing of its call counts any more.
    const cleared =
      target === 'scheduled' && event !== 'not_clear' ? { committedAt: null, calledAt: null } : {}
    await this.#write({
      state: target === 'reconciling' ? 'unconfirmed' : 'waiting',
      nextAt,
      problem,
      attempts: this.#attempts,
      target: { index, change: { ...change, ...cleared } },
      events,
    })
    if (failure.kind === 'wait' && nextAt !== null)
      await pauseAccount(this.#options.database, this.#claimed.delivery, nextAt)
    return false
  }

  /** The account was refused: its tokens are renewed, or its people are told. */
  #isRenewed({ kind, code, detail }: Failure): Promise<boolean> {
    if (kind !== 'account') return Promise.resolve(false)
    const { workspaceId, socialAccountId } = this.#claimed.delivery
    this.#session = undefined
    return this.#options.sessions.refused(workspaceId, socialAccountId, { code, detail })
  }

  /** The process stops: somebody else goes on where this one is. */
  async #letGo(): Promise<boolean> {
    await this.#write({ nextAt: this.#now() })
    return false
  }

  async #open(): Promise<Session> {
    const { workspaceId, socialAccountId } = this.#claimed.delivery
    this.#session ??= await this.#options.sessions.open(workspaceId, socialAccountId)
    return this.#session
  }

  #replyTo(target: TargetRow): ReplyTo | undefined {
    if (target.index === 0) return undefined
    const root = this.#target(0).receipt
    // A comment stands under the post, an answer under what comes before it.
    const parent = target.kind === 'comment' ? root : this.#target(target.index - 1).receipt
    return { root: root as Receipt, parent: parent as Receipt }
  }

  /** With what is out already, said first. */
  #missing(index: number, detail: string): string {
    if (index === 0) return detail
    const { kind } = this.#target(index)
    const what =
      kind === 'comment'
        ? 'its first comment is not'
        : `part ${index + 1} of ${this.#targets.length} is not`
    return `The post is out; ${what}. ${detail}`
  }

  #target(index: number): TargetRow {
    const target = this.#targets[index]
    if (target === undefined) throw new Error(`There is no target ${index}.`)
    return target
  }

  #change(index: number, change: Partial<TargetRow>): void {
    this.#targets[index] = { ...this.#target(index), ...change }
  }

  #write(change: DeliveryChange): Promise<void> {
    return this.#lease.write(change, this.#now())
  }

  #now(): number {
    return this.#options.clock()
  }
}

type Failure = Pick<PublishError, 'kind' | 'code' | 'detail' | 'retryAt' | 'requestId'>

/** What no adapter foresaw counts as what is safest to assume where it happened. */
function failureOf(error: unknown, kind: 'not_sent' | 'lost'): Failure {
  if (error instanceof PublishError) return error
  return {
    kind,
    code: kind === 'lost' ? 'answer_lost' : 'network_unexpected',
    detail: problems.unexpected,
    retryAt: undefined,
    requestId: undefined,
  }
}
