import { and, eq, isNull, type SQL } from 'drizzle-orm'
import type { Instant } from '../../clock.ts'
import type { Transaction } from '../../db/database.ts'
import { socialAccounts } from '../../db/publishing-tables.ts'
import { accountDisconnected } from '../deliveries/account-changes.ts'
import { announceAccounts, tellOfAccountNoLonger } from './tell-of-account.ts'

/** Takes accounts away: their credentials are erased at once, and nothing goes out there any more. */
export async function disconnect(
  tx: Transaction,
  workspaceId: string,
  which: SQL | undefined,
  now: Instant,
): Promise<number> {
  const rows = await tx.db
    .update(socialAccounts)
    .set({
      disconnectedAt: now,
      updatedAt: now,
      credentials: new Uint8Array(),
      tokenExpiresAt: null,
      personNeededAt: null,
    })
    .where(
      and(
        eq(socialAccounts.workspaceId, workspaceId),
        isNull(socialAccounts.disconnectedAt),
        which,
      ),
    )
    .returning()
  for (const row of rows) {
    await accountDisconnected(tx, { workspaceId, socialAccountId: row.id }, now)
    await tellOfAccountNoLonger(tx, row)
  }
  if (rows.length > 0) await announceAccounts(tx, workspaceId)
  return rows.length
}

/** A brand that is deleted keeps no access to anything; should it come back, it is connected again. */
export async function disconnectBrand(
  tx: Transaction,
  { workspaceId, brandId }: { readonly workspaceId: string; readonly brandId: string },
  now: Instant,
): Promise<void> {
  await disconnect(tx, workspaceId, eq(socialAccounts.brandId, brandId), now)
}
