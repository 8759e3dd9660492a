import type { Ledger, ReleaseOutcome } from '@rheos/credits'
import type { Queryable } from '@rheos/credits/postgres'
import { and, eq, inArray } from 'drizzle-orm'
import type { Clock } from '../clock.ts'
import type { Transaction } from '../db/database.ts'
import { generations } from '../db/schema.ts'
import { announceGeneration, cancelChannel } from './progress-writer.ts'

/**
 * Ends a generation from outside, whoever works on it: its credits come back and its row says why, in
 * the caller's transaction. Whoever works on it is told to stop, and finds that it has ended.
 */
export async function stopGeneration(
  run: { readonly ledger: Ledger<Queryable>; readonly clock: Clock },
  tx: Transaction,
  stop: {
    readonly workspaceId: string
    readonly id: string
    /** For the ledger. */
    readonly reason: string
    /** For the people who asked for it; one sentence. */
    readonly detail: string
  },
): Promise<ReleaseOutcome> {
  const { workspaceId, id, reason, detail } = stop
  const outcome = await run.ledger
    .within(tx)
    .release({ accountId: workspaceId, operationId: id, reason })
  if (outcome.kind === 'rejected') return outcome
  await tx.db
    .update(generations)
    .set({
      status: 'cancelled',
      released: outcome.released,
      errorCode: 'cancelled',
      errorDetail: detail,
      endedAt: run.clock(),
    })
    .where(
      and(
        eq(generations.workspaceId, workspaceId),
        eq(generations.id, id),
        inArray(generations.status, ['queued', 'running']),
      ),
    )
  await announceGeneration(tx, { workspaceId, id })
  await tx.query('select pg_notify($1, $2)', [cancelChannel, `${workspaceId}/${id}`])
  return outcome
}
