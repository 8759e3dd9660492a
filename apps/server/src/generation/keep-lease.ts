import type { Ledger } from '@rheos/credits'
import type { Queryable } from '@rheos/credits/postgres'
import type { Logger } from 'pino'
import type { Database } from '../db/database.ts'
import { findGeneration } from './generation-record.ts'
import { Interruption } from './interruption.ts'

/**
 * Renews the lease of a running generation three times within its length, and stops the work when
 * the lease is lost. Also sees a cancellation whose notification was missed.
 */
export function keepLease(
  run: {
    readonly ledger: Ledger<Queryable>
    readonly database: Database
    readonly log: Logger
    readonly leaseMs: number
  },
  target: { readonly workspaceId: string; readonly id: string },
  abort: AbortController,
): { end(): void } {
  const renew = async () => {
    const renewed = await run.ledger.renew({
      accountId: target.workspaceId,
      operationId: target.id,
    })
    if (renewed.kind === 'rejected') return abort.abort(new Interruption('lease_lost'))
    const record = await findGeneration(run.database.db, target.workspaceId, target.id)
    if (record?.cancelRequestedAt != null) abort.abort(new Interruption('cancelled'))
  }
  const timer = setInterval(() => {
    renew().catch((error) =>
      run.log.warn({ err: error, generation: target.id }, 'a lease was not renewed'),
    )
  }, run.leaseMs / 3)
  return { end: () => clearInterval(timer) }
}
