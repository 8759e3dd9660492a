import { createHash } from 'node:crypto'
import type { Quote } from '@rheos/contract'
import type { Operation } from '@rheos/credits'
import { and, eq } from 'drizzle-orm'
import { v5 as uuidFromName } from 'uuid'
import { sqlState, type Transaction } from '../db/database.ts'
import { generations } from '../db/schema.ts'
import { notFound, type Refusal } from '../refusal.ts'
import type { GenerationKind } from './generation-kind.ts'
import {
  findGeneration,
  type GenerationPage,
  type GenerationRecord,
  isOpen,
  listGenerations,
  recentGenerations,
} from './generation-record.ts'
import { announceGeneration, cancelChannel } from './progress-writer.ts'
import { failLapsed, queueStranded } from './reap.ts'
import { refusalFromRejection } from './refuse.ts'
import { type Run, runGeneration, runStarted } from './run-generation.ts'
import { WorkHere } from './work-here.ts'

/** What somebody asks for, once. */
export interface Ask {
  readonly workspaceId: string
  readonly memberId: string
  readonly brandId?: string | undefined
  readonly kind: GenerationKind['kind']
  /** As in the price book. */
  readonly action: string
  readonly quantity: number
  /** What the kind needs to do it; kept with the generation. */
  readonly request: unknown
  readonly quote: Quote
  /** The same key with the same body is the same press; absent, each call is a press of its own. */
  readonly idempotencyKey?: string | undefined
  readonly body: unknown
  /**
   * What must hold for a new press; throws a {@link Refusal}, and then nothing has happened. A
   * repeated press gets its first answer, whatever became of its brand since.
   */
  readonly check?: ((tx: Transaction) => Promise<void>) | undefined
}

export interface Requested {
  readonly id: string
  readonly status: GenerationRecord['status']
  readonly held: number
  readonly replayed: boolean
}

/** A press and its repetitions get one id: this namespace, the workspace and the caller's key. */
const pressNamespace = 'c0f5b3a2-6d1e-5b6f-9d55-1f3f5a4f6a01'

/** Does what was begun. */
type BegunWork = (emit?: (event: unknown) => void, caller?: AbortSignal) => Promise<void>

type Target = Pick<GenerationRecord, 'workspaceId' | 'id'>

/** Everything that can be asked of generations; {@link runGeneration} is what happens to one. */
export class Generations {
  readonly #run: Run
  readonly #newId: () => string
  readonly #applyDue: (workspaceId: string) => Promise<void>
  readonly #concurrency: number
  readonly #here = new WorkHere()
  /** Of what nobody waits for, what this process works on. */
  readonly #working = new Set<Promise<void>>()
  #takesWork = false
  /** How many of the queue wait for somebody to do them. */
  #waiting = 0

  constructor(options: GenerationsOptions) {
    this.#run = options
    this.#newId = options.newId
    this.#applyDue = options.applyDue
    this.#concurrency = options.concurrency
  }

  /** From now on, what is asked here may be worked on here. */
  takeWork(): void {
    this.#takesWork = true
  }

  /**
   * Quote, hold, and begin or queue: one transaction. Throws a {@link Refusal} when the meter says no.
   */
  async request(ask: Ask): Promise<Requested> {
    if (!this.#hasFreeHand()) return this.#holdAndQueue(ask)
    const held = this.#holdHere(ask)
    // The hand is taken while it is being held already, so that no more begin than there are hands.
    void this.#work(() =>
      held.then(
        ({ work }) => work?.(),
        () => undefined,
      ),
    )
    return (await held).requested
  }

  /** Whoever asked is here, and so may be somebody to do it. What waits in the queue comes first. */
  #hasFreeHand(): boolean {
    const busy = this.#working.size + this.#waiting
    return this.#takesWork && busy < this.#concurrency && !this.#here.isClosing
  }

  /** The same door for what is made while the caller waits; `signal` aborts when the caller is gone. */
  async runInline(
    ask: Ask,
    emit: (event: unknown) => void,
    signal: AbortSignal,
  ): Promise<{ readonly record: GenerationRecord; readonly replayed: boolean }> {
    const { requested, work } = await this.#holdHere(ask)
    await work?.(emit, signal)
    const record = await this.get(ask.workspaceId, requested.id)
    if (record === undefined) throw new Error('A generation that was held is not there.')
    return { record, replayed: requested.replayed }
  }

  /** Does the work of a queued generation; what the job queue calls. */
  async run(workspaceId: string, id: string): Promise<void> {
    const target = { workspaceId, id }
    const isHere = () => this.#here.has(target)
    while (!isHere() && this.#working.size >= this.#concurrency) await this.#someHand()
    // What is taken while closing stays queued; the next start finds it.
    if (isHere() || this.#here.isClosing) return
    const stop = this.#here.enter(target)
    const work = () => runGeneration(this.#run, target, stop)
    await this.#work(() => this.#here.finish(target, stop, work))
  }

  async #someHand(): Promise<void> {
    this.#waiting += 1
    try {
      await Promise.race(this.#working)
    } finally {
      this.#waiting -= 1
    }
  }

  #work(begin: () => Promise<void>): Promise<void> {
    const work = begin().finally(() => this.#working.delete(work))
    this.#working.add(work)
    return work
  }

  async get(workspaceId: string, id: string): Promise<GenerationRecord | undefined> {
    return findGeneration(this.#run.database.db, workspaceId, id)
  }

  async list(filter: Parameters<typeof listGenerations>[1]): Promise<GenerationPage> {
    return listGenerations(this.#run.database.db, filter)
  }

  /** What moves or ended after `since` in these workspaces. */
  async recent(
    workspaceIds: readonly string[],
    since: number,
  ): Promise<readonly GenerationRecord[]> {
    return recentGenerations(this.#run.database.db, workspaceIds, since)
  }

  /** Ends a queued generation at once, and tells the process that runs one to stop. What has ended stays. */
  async cancel(workspaceId: string, id: string): Promise<GenerationRecord | undefined> {
    const record = await this.get(workspaceId, id)
    if (record === undefined || !isOpen(record)) return record
    if (record.status !== 'queued' || !(await this.#cancelQueued(record)))
      await this.#cancelRunning(record)
    return this.get(workspaceId, id)
  }

  /** A cancellation heard from another process, or from this one. */
  heardCancel(payload: string): void {
    this.#here.cancel(payload)
  }

  /** Queues what lost its job, and fails what lost its process, giving the credits back. */
  async reap(options: { readonly strandedForMs: number }): Promise<void> {
    try {
      // First, as it is one statement, and what lapsed may take long.
      await queueStranded(this.#run, options.strandedForMs)
    } finally {
      await failLapsed(this.#run, this.#here.closing)
    }
  }

  /** Stops everything that runs here and waits until its credits are back. */
  async shutDown(): Promise<void> {
    await this.#here.close()
  }

  /** Held and begun in one transaction, which spares the way over the queue. */
  async #holdHere(ask: Ask): Promise<{ readonly requested: Requested; readonly work?: BegunWork }> {
    let entered: { readonly target: Target; readonly stop: AbortController } | undefined
    try {
      const { requested, record } = await this.#hold(ask, async (tx, operation) => {
        const target = { workspaceId: ask.workspaceId, id: operation.id }
        entered = { target, stop: this.#here.enter(target) }
        const started = await this.#run.ledger
          .within(tx)
          .start({ accountId: ask.workspaceId, operationId: target.id })
        if (started.kind === 'rejected') throw new Error('What is held now could not be started.')
        return this.#insert(tx, ask, operation, 'running')
      })
      if (record === undefined || entered === undefined) return { requested }
      const { target, stop } = entered
      const work: BegunWork = (emit, caller) =>
        this.#here.finish(target, stop, () => runStarted(this.#run, record, stop, emit), caller)
      return { requested, work }
    } catch (error) {
      // Was it kept all the same, its lease lapses.
      if (entered) this.#here.leave(entered.target)
      throw error
    }
  }

  async #holdAndQueue(ask: Ask): Promise<Requested> {
    const { requested } = await this.#hold(ask, async (tx, operation) => {
      const record = await this.#insert(tx, ask, operation, 'queued')
      await enqueue(tx, record)
      return record
    })
    return requested
  }

  async #hold(
    ask: Ask,
    begin: (tx: Transaction, operation: Operation) => Promise<GenerationRecord>,
  ): Promise<{ readonly requested: Requested; readonly record: GenerationRecord | undefined }> {
    const id = this.#idOf(ask)
    await this.#applyDue(ask.workspaceId)
    const { held, record } = await this.#run.metered.transaction(async (tx) => {
      const held = await this.#run.ledger.within(tx).hold({
        accountId: ask.workspaceId,
        operationId: id,
        action: ask.action,
        quantity: ask.quantity,
        quote: ask.quote,
        requestHash: requestHash(ask),
        actor: {
          memberId: ask.memberId,
          ...(ask.brandId !== undefined && { brandId: ask.brandId }),
        },
      })
      if (held.kind === 'rejected' || held.replayed) return { held }
      await ask.check?.(tx)
      return { held, record: await begin(tx, held.operation) }
    })
    // Thrown only now: the refusal itself is kept, and answered again to the same press.
    if (held.kind === 'rejected') throw refusalFromRejection(held)
    const { replayed, operation } = held
    const known = record ?? (await this.get(ask.workspaceId, id))
    const requested = { id, status: known?.status ?? 'queued', held: operation.credits, replayed }
    return { requested, record }
  }

  #idOf(ask: Ask): string {
    return ask.idempotencyKey === undefined
      ? this.#newId()
      : uuidFromName(`${ask.workspaceId}/${ask.idempotencyKey}`, pressNamespace)
  }

  async #insert(
    tx: Transaction,
    ask: Ask,
    operation: Operation,
    status: 'queued' | 'running',
  ): Promise<GenerationRecord> {
    const now = this.#run.clock()
    const { workspaceId } = ask
    const record = await insertGeneration(tx, {
      workspaceId,
      id: operation.id,
      kind: ask.kind,
      status,
      request: ask.request,
      brandId: ask.brandId ?? null,
      memberId: ask.memberId,
      ordered: ask.quantity,
      held: operation.credits,
      createdAt: now,
      startedAt: status === 'running' ? now : null,
    })
    await announceGeneration(tx, record)
    return record
  }

  /** False when it was started meanwhile. */
  async #cancelQueued(record: GenerationRecord): Promise<boolean> {
    const { workspaceId, id } = record
    try {
      await this.#run.metered.transaction(async (tx) => {
        const released = await this.#run.ledger
          .within(tx)
          .release({ accountId: workspaceId, operationId: id, reason: 'cancelled' })
        const given = released.kind === 'released' ? released.released : 0
        const [cancelled] = await tx.db
          .update(generations)
          .set({
            status: 'cancelled',
            released: given,
            errorCode: 'cancelled',
            errorDetail: 'You cancelled this before it began.',
            endedAt: this.#run.clock(),
          })
          .where(and(sameRow(record), eq(generations.status, 'queued')))
          .returning({ id: generations.id })
        if (released.kind === 'rejected' || cancelled === undefined) throw new StartedMeanwhile()
        await announceGeneration(tx, record)
      })
      return true
    } catch (error) {
      if (error instanceof StartedMeanwhile) return false
      throw error
    }
  }

  async #cancelRunning(record: GenerationRecord): Promise<void> {
    await this.#run.database.transaction(async (tx) => {
      await tx.db
        .update(generations)
        .set({ cancelRequestedAt: this.#run.clock() })
        .where(and(sameRow(record), eq(generations.status, 'running')))
      await tx.query('select pg_notify($1, $2)', [
        cancelChannel,
        `${record.workspaceId}/${record.id}`,
      ])
    })
  }
}

export interface GenerationsOptions extends Run {
  readonly newId: () => string
  /** How much of what is queued this process works on at once. */
  readonly concurrency: number
  /** Does to the meter what the clock alone has changed of the plan: credits are spent of what is now. */
  readonly applyDue: (workspaceId: string) => Promise<void>
}

/** Rolls a cancellation back: the hold must stay as it is. */
class StartedMeanwhile extends Error {}

function sameRow(record: GenerationRecord) {
  return and(eq(generations.workspaceId, record.workspaceId), eq(generations.id, record.id))
}

function requestHash(ask: Ask): string {
  const what = [ask.kind, ask.brandId ?? null, ask.body]
  return createHash('sha256').update(JSON.stringify(what)).digest('hex')
}

async function enqueue(tx: Transaction, { workspaceId, id }: Target): Promise<void> {
  await tx.query(
    `select graphile_worker.add_job('run_generation', json_build_object('workspaceId', $1::text, 'id', $2::text), max_attempts := 1, job_key := $2::text)`,
    [workspaceId, id],
  )
}

const foreignKeyViolation = '23503'

async function insertGeneration(
  tx: Transaction,
  row: typeof generations.$inferInsert,
): Promise<GenerationRecord> {
  try {
    const [record] = await tx.db.insert(generations).values(row).returning()
    if (record === undefined) throw new Error('A generation was not written.')
    return record
  } catch (error) {
    // The account was deleted while this waited for the meter.
    throw sqlState(error) === foreignKeyViolation ? notFound('workspace') : error
  }
}
