import type { Asset } from '@rheos/contract'
import { isoInstant } from '../clock.ts'
import type { assets } from '../db/schema.ts'
import type { Plan } from '../plans/plans.ts'

/** An asset as it is stored. */
export type AssetRecord = typeof assets.$inferSelect

/** Where the renditions of an asset are served. */
export function contentUrl(workspaceId: string, assetId: string, query = ''): string {
  const path = `/api/v1/workspaces/${encodeURIComponent(workspaceId)}/assets/${encodeURIComponent(assetId)}/content`
  return query === '' ? path : `${path}?${query}`
}

/**
 * What is made here carries the mark on such plans, and so do crops of it; a person's own uploads and
 * logos never do.
 */
export function isMarked(asset: Origin, plan: Plan): boolean {
  return plan.watermark && isMadeHere(asset)
}

type Origin = Pick<AssetRecord, 'kind' | 'made' | 'madeHere'>

export function isMadeHere(asset: Origin): boolean {
  return asset.madeHere || madeHere.has(asset.kind) || asset.made !== null
}

const madeHere: ReadonlySet<AssetRecord['kind']> = new Set(['generated', 'design', 'slide'])

export function assetView(asset: AssetRecord, plan: Plan): Asset {
  return {
    id: asset.id,
    kind: asset.kind,
    url: contentUrl(asset.workspaceId, asset.id),
    thumbnailUrl: contentUrl(asset.workspaceId, asset.id, 'width=640&format=webp'),
    downloadUrl: contentUrl(asset.workspaceId, asset.id, downloadOf(asset)),
    width: asset.width,
    height: asset.height,
    mediaType: asset.mediaType,
    alt: asset.alt,
    watermarked: isMarked(asset, plan),
    brandId: asset.brandIds[0] ?? null,
    brandIds: asset.brandIds,
    folderId: asset.folderId,
    animated: asset.animated,
    durationMs: asset.durationMs,
    bytes: asset.bytes,
    generationId: asset.generationId,
    parentId: asset.parentId,
    made: asset.made === null ? null : madeView(asset.made),
    fileName: asset.fileName,
    createdAt: isoInstant(asset.createdAt),
  }
}

function downloadOf(asset: AssetRecord): string {
  if (asset.durationMs !== null) return 'download=1'
  return asset.animated ? 'animated=1&download=1' : 'format=png&download=1'
}

function madeView(made: NonNullable<AssetRecord['made']>): Asset['made'] {
  const { seed: _, withLogo: __, fromPicture: ___, ...shown } = made
  return shown
}
