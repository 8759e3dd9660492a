import type { assets } from '../db/schema.ts'

/** A new asset's row, tagged with its brand. Its original already lies in the storage under `storageKey`. */
export function newAssetRow(
  asset: Omit<typeof assets.$inferInsert, 'storageKey' | 'deletedAt'>,
): typeof assets.$inferInsert {
  return {
    ...asset,
    brandIds: asset.brandIds ?? (asset.brandId ? [asset.brandId] : []),
    storageKey: originalKey(asset.workspaceId, asset.id),
  }
}

/** Where the original of an asset lies. */
export function originalKey(workspaceId: string, assetId: string): string {
  return `${workspaceId}/${assetId}`
}
