import type { Operation } from '@rheos/credits'
import type { Queryable } from '@rheos/credits/postgres'
import type { Logger } from 'pino'
import { interruptedDetail } from './failure-view.ts'
import { generationChannel } from './progress-writer.ts'
import type { Run } from './run-generation.ts'

/** How many dead generations one transaction ends. */
const batchMax = 100

/** Fails every generation whose lease has lapsed; its hold is released in the same transaction. */
export async function failLapsed(run: Pick<Run, 'ledger' | 'clock' | 'log'>): Promise<void> {
  for (;;) {
    const lapsed = await run.ledger.reap({
      limit: batchMax,
      onLapsed: (tx, operations) => failGenerations(run, tx, operations),
    })
    if (lapsed.length > 0) logLapsed(run.log, lapsed)
    if (lapsed.length < batchMax) return
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
