import type { Instant } from '../clock.ts'
import type { Transaction } from '../db/database.ts'

/** The job that ends what a deleted workspace had subscribed to. */
export const endBillingTask = 'end_billing'

/** Queued with the deletion; tried again for as long as the provider is away. */
export async function queueEnding(
  tx: Transaction,
  workspaceId: string,
  deletedAt: Instant,
): Promise<void> {
  await tx.query(
    `select graphile_worker.add_job($1, json_build_object('workspaceId', $2::text,
              'deletedAt', $3::bigint), job_key := $1 || ' ' || $2)
       from studio.billing_customers where workspace_id = $2`,
    [endBillingTask, workspaceId, deletedAt],
  )
}
