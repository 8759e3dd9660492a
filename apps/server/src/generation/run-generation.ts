import type { Ledger } from '@rheos/credits'
import type { Queryable } from '@rheos/credits/postgres'
import { and, eq } from 'drizzle-orm'
import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import { type Database, sqlState, type Transaction } from '../db/database.ts'
import { generations } from '../db/schema.ts'
import { type Failure, failureFrom } from './failure-view.ts'
import type { Delivery, GenerationKind, Order } from './generation-kind.ts'
import { findGeneration, type GenerationRecord } from './generation-record.ts'
import { Interruption } from './interruption.ts'
import { keepLease } from './keep-lease.ts'
import { announceGeneration, ProgressWriter } from './progress-writer.ts'
import { recordProviderUsage } from './provider-usage.ts'
import { settleOnAbort } from './settle-on-abort.ts'

/** What running a generation takes. */
export interface Run {
  readonly database: Database
  /** For transactions that touch the meter. */
  readonly metered: Database
  readonly ledger: Ledger<Queryable>
  readonly clock: Clock
  readonly log: Logger
  readonly kinds: Readonly<Record<GenerationKind['kind'], GenerationKind>>
  readonly leaseMs: number
}

type Target = Pick<GenerationRecord, 'workspaceId' | 'id'>

/**
 * The one door of every AI action, behind its quote and hold: generate, keep the result and settle,
 * or release. Runs at most once: whoever turns `queued` into `running` does the work. Never throws.
 */
export async function runGeneration(
  run: Run,
  target: Target,
  abort: AbortController,
  emit: (event: unknown) => void = () => undefined,
): Promise<void> {
  await orLapse(run, target, async () => {
    const order = await start(run, target)
    if (order !== undefined) await generateAndEnd(run, order, abort, emit)
  })
}

/** The same for one that was begun with its hold. */
export async function runStarted(
  run: Run,
  record: GenerationRecord,
  abort: AbortController,
  emit: (event: unknown) => void = () => undefined,
): Promise<void> {
  await orLapse(run, record, () => generateAndEnd(run, orderFrom(record), abort, emit))
}

/** Where the database is out of reach, the lease lapses, and the reaper gives the credits back. */
async function orLapse(run: Run, target: Target, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    run.log.error({ err: error, generation: target.id }, 'a generation could not be ended')
  }
}

async function generateAndEnd(
  run: Run,
  order: Order & Target & { readonly kind: GenerationKind['kind'] },
  abort: AbortController,
  emit: (event: unknown) => void,
): Promise<void> {
  const lease = keepLease(run, order, abort)
  const progress = new ProgressWriter(run, order)
  try {
    const work = run.kinds[order.kind].generate(order, {
      signal: abort.signal,
      progress: (...step) => progress.write(...step),
      emit,
    })
    const delivery = await settleOnAbort(work, abort.signal)
    await progress.end()
    await keepAndSettle(run, order, delivery, abort.signal)
  } catch (error) {
    await progress.end()
    await release(run, order, error)
  } finally {
    lease.end()
  }
}

/** Turns `queued` into `running` and begins the lease, in one transaction. */
async function start(run: Run, target: Target) {
  return run.metered.transaction(async (tx) => {
    const ledger = run.ledger.within(tx)
    const started = await ledger.start({ accountId: target.workspaceId, operationId: target.id })
    if (started.kind === 'rejected') return undefined
    const [record] = await tx.db
      .update(generations)
      .set({ status: 'running', startedAt: run.clock() })
      .where(and(sameGeneration(target), eq(generations.status, 'queued')))
      .returning()
    if (record === undefined) throw new Error('A hold was started whose generation is not queued.')
    await announceGeneration(tx, target)
    return orderFrom(record)
  })
}

function orderFrom(record: GenerationRecord) {
  return {
    workspaceId: record.workspaceId,
    id: record.id,
    kind: record.kind,
    memberId: record.memberId,
    brandId: record.brandId ?? undefined,
    request: record.request,
    quantity: record.ordered,
    unitPrice: record.held / record.ordered,
  }
}

/** Deliver ⇔ settle: the result and its charge are one commit. A result that comes too late is discarded. */
async function keepAndSettle(
  run: Run,
  order: Order,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<void> {
  try {
    const kept = await patiently(run.metered, async (tx) => {
      const settled = await run.ledger.within(tx).settle({
        accountId: order.workspaceId,
        operationId: order.id,
        quantity: delivery.delivered,
      })
      if (settled.kind === 'rejected') return settled
      const result = await delivery.keep(tx)
      await end(run, tx, order, {
        status: endStatus(order, delivery, signal),
        delivered: delivery.delivered,
        spent: settled.spent,
        released: settled.released,
        result: result ?? null,
        note: delivery.note ?? null,
      })
      const { action } = settled.operation
      await recordProviderUsage(tx, order, { action, madeBy: delivery.madeBy, at: run.clock() })
      return settled
    })
    if (kept.kind === 'settled') return
    run.log.warn(
      { generation: order.id, reason: kept.reason },
      'a result came too late and was discarded',
    )
    await delivery.discard?.()
  } catch (error) {
    await releaseUnlessKept(run, order, delivery, error)
  }
}

const lockNotAvailable = '55P03'
const triesMax = 5

/** What is made is worth waiting for when something long, as a migration, locks the meter. */
async function patiently<T>(metered: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await metered.transaction(work)
    } catch (error) {
      if (sqlState(error) !== lockNotAvailable || tries === triesMax) throw error
    }
  }
}

/**
 * A commit whose acknowledgement was lost has happened, or happens yet: the release waits for it at
 * the account's lock and then finds the operation settled. Only what was not kept is discarded.
 */
async function releaseUnlessKept(
  run: Run,
  order: Order,
  delivery: Delivery,
  error: unknown,
): Promise<void> {
  await release(run, order, error)
  const record = await findGeneration(run.database.db, order.workspaceId, order.id)
  if (record?.status !== 'succeeded' && record?.status !== 'cancelled') await delivery.discard?.()
}

function endStatus(
  order: Order,
  delivery: Delivery,
  signal: AbortSignal,
): 'succeeded' | 'cancelled' {
  const cancelled = signal.reason instanceof Interruption && signal.reason.reason === 'cancelled'
  return cancelled && delivery.delivered < order.quantity ? 'cancelled' : 'succeeded'
}

/** Gives the credits back and says why, in one transaction. */
async function release(run: Run, order: Order, error: unknown): Promise<void> {
  const failure = failureFrom(error)
  let isOurs = true
  try {
    isOurs = await giveBack(run, order, failure)
  } finally {
    // What another process has ended already, or an account that is gone, is no fault of this one.
    const level = isOurs ? 'error' : 'warn'
    if (failure.unforeseen)
      run.log[level]({ err: error, generation: order.id }, 'a generation failed')
  }
}

/** False when it had ended already. */
async function giveBack(run: Run, order: Order, failure: Failure): Promise<boolean> {
  return run.metered.transaction(async (tx) => {
    const released = await run.ledger.within(tx).release({
      accountId: order.workspaceId,
      operationId: order.id,
      reason: failure.code,
    })
    if (released.kind === 'rejected') return false
    await end(run, tx, order, {
      status: failure.status,
      released: released.released,
      errorCode: failure.code,
      errorDetail: failure.detail,
    })
    return true
  })
}

async function end(
  run: Run,
  tx: Transaction,
  target: Target,
  ending: Partial<typeof generations.$inferInsert>,
): Promise<void> {
  const ended = await tx.db
    .update(generations)
    .set({ ...ending, endedAt: run.clock() })
    .where(and(sameGeneration(target), eq(generations.status, 'running')))
    .returning({ id: generations.id })
  if (ended.length !== 1) throw new Error('A hold ended whose generation is not running.')
  await announceGeneration(tx, target)
}

function sameGeneration(target: Target) {
  return and(eq(generations.workspaceId, target.workspaceId), eq(generations.id, target.id))
}
