import { type Operation, ReapError } from '@rheos/credits'
import type { Queryable } from '@rheos/credits/postgres'
import type { Logger } from 'pino'
import { interruptedDetail } from './failure-view.ts'
import { generationChannel } from './progress-writer.ts'
import type { Run } from './run-generation.ts'

/** How many dead generations are looked for at a time. */
const batchMax = 100

/**
 * Fails every generation whose lease has lapsed; its hold is released in the same transaction. Goes
 * on, batch by batch, until nothing more can be ended: a workspace that fails is passed over until
 * the next sweep, so that it keeps nobody behind it waiting.
 */
export async function failLapsed(
  run: Pick<Run, 'ledger' | 'clock' | 'log'>,
  stop: AbortSignal,
): Promise<void> {
  const failed = new Map<string, unknown>()
  while (!stop.aborted) {
    const { reaped, failures } = await reapBatch(run, [...failed.keys()])
    for (const [workspaceId, error] of failures) failed.set(workspaceId, error)
    if (reaped.length > 0) logLapsed(run.log, reaped)
    // Another process may have ended some of the batch, so a small one is not yet the last.
    if (reaped.length === 0 && failures.size === 0) break
  }
  if (failed.size > 0) logFailed(run.log, failed)
}

async function reapBatch(run: Pick<Run, 'ledger' | 'clock'>, except: readonly string[]) {
  try {
    const reaped = await run.ledger.reap({
      limit: batchMax,
      except,
      onLapsed: (tx, operations) => failGenerations(run, tx, operations),
    })
    return { reaped, failures: new Map<string, unknown>() }
  } catch (error) {
    if (!(error instanceof ReapError)) throw error
    return error
  }
}

async function failGenerations(
  run: Pick<Run, 'clock'>,
  tx: Queryable,
  operations: readonly Operation[],
): Promise<void> {
  await tx.query(
    `with lapsed as (
       select * from unnest($1::text[], $2::text[], $3::int[]) as lapsed (workspace_id, id, released)
     ), failed as (
       update studio.generations as generation
          set status = 'failed', error_code = 'interrupted', error_detail = $4,
              released = lapsed.released, ended_at = $5
         from lapsed
        where generation.workspace_id = lapsed.workspace_id and generation.id = lapsed.id
          and generation.status = 'running'
       returning generation.workspace_id, generation.id
     )
     select pg_notify($6, workspace_id || '/' || id) from failed`,
    [
      operations.map((operation) => operation.accountId),
      operations.map((operation) => operation.id),
      operations.map((operation) => operation.released),
      interruptedDetail,
      new Date(run.clock()),
      generationChannel,
    ],
  )
}

function logLapsed(log: Logger, lapsed: readonly Operation[]): void {
  log.warn(
    { generations: lapsed.map((operation) => operation.id) },
    'generations lost their process; credits are back',
  )
}

function logFailed(log: Logger, failed: ReadonlyMap<string, unknown>): void {
  const [err] = failed.values()
  log.error(
    { err, workspaces: [...failed.keys()].slice(0, 20), count: failed.size },
    'dead generations of some workspaces could not be ended; the next sweep tries again',
  )
}

/**
 * A process killed between taking a job and starting its generation leaves the job locked for hours.
 * A job that is there twice does no harm: only one of them turns `queued` into `running`. One that
 * merely waits keeps its place in the queue.
 */
export async function queueStranded(
  run: Pick<Run, 'database' | 'clock'>,
  strandedForMs: number,
): Promise<void> {
  await run.database.pool.query(
    `select graphile_worker.add_job('run_generation',
              json_build_object('workspaceId', stranded.workspace_id, 'id', stranded.id),
              max_attempts := 1, job_key := stranded.id, job_key_mode := 'preserve_run_at')
       from (select workspace_id, id from studio.generations
              where status = 'queued' and created_at <= $1
              order by created_at limit $2) as stranded`,
    [new Date(run.clock() - strandedForMs), batchMax],
  )
}
