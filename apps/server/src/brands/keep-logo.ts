import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../db/database.ts'
import { assets } from '../db/schema.ts'
import type { StoredLogo } from './import-result.ts'

type NewAsset = typeof assets.$inferInsert

/**
 * Takes a logo candidate into the library, once however often it is accepted; returns the asset's
 * id. The candidate's own bytes serve as the original.
 */
export async function keepLogo(
  tx: Transaction,
  logo: StoredLogo,
  asset: Pick<
    NewAsset,
    'workspaceId' | 'id' | 'brandId' | 'generationId' | 'createdBy' | 'createdAt'
  >,
): Promise<string> {
  const [kept] = await tx.db
    .update(assets)
    .set({ deletedAt: null })
    .where(and(eq(assets.workspaceId, asset.workspaceId), eq(assets.storageKey, logo.key)))
    .returning({ id: assets.id })
  if (kept !== undefined) return kept.id
  await tx.db.insert(assets).values({
    ...asset,
    brandIds: asset.brandId ? [asset.brandId] : [],
    kind: 'imported',
    storageKey: logo.key,
    mediaType: logo.mediaType,
    width: logo.width,
    height: logo.height,
    bytes: logo.bytes,
    alt: 'Logo',
    fileName: 'logo.png',
  })
  return asset.id
}
