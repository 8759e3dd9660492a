import type { Instant } from '../../clock.ts'
import type { Database } from '../../db/database.ts'

/** What waits for the same account waits as long: the network's limit is the account's, not the post's. */
export async function pauseAccount(
  database: Database,
  of: { readonly workspaceId: string; readonly socialAccountId: string },
  until: Instant,
): Promise<void> {
  await database.pool.query(
    `update studio.deliveries set next_at = $3
     where workspace_id = $1 and social_account_id = $2 and lease_owner is null
       and state in ('scheduled', 'waiting') and next_at < $3`,
    [of.workspaceId, of.socialAccountId, new Date(until)],
  )
}
