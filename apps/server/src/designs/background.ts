import { and, eq, isNull } from 'drizzle-orm'
import sharp from 'sharp'
import type { Statements } from '../db/database.ts'
import { assets } from '../db/schema.ts'
import { pixelsMax } from '../images/renditions/upload-limits.ts'
import { assertPicture } from '../library/require-picture.ts'
import { notFound, Refusal } from '../refusal.ts'
import type { Storage } from '../storage/storage.ts'

/** The file of a picture of the library. */
export async function loadPicture(
  from: { readonly db: Statements; readonly storage: Storage },
  workspaceId: string,
  assetId: string,
): Promise<Uint8Array> {
  const [found] = await from.db
    .select({ key: assets.storageKey, durationMs: assets.durationMs })
    .from(assets)
    .where(
      and(eq(assets.workspaceId, workspaceId), eq(assets.id, assetId), isNull(assets.deletedAt)),
    )
  if (found === undefined) throw notFound('picture')
  assertPicture(found)
  const bytes = await from.storage.get(found.key)
  if (bytes === undefined)
    throw new Refusal('unavailable', 'This picture is missing from the storage. Tell support.')
  return bytes
}

/** A picture cut to what a design shows of it: large files are decoded once, not at every keystroke. */
export async function cutPicture(
  bytes: Uint8Array,
  size: { readonly width: number; readonly height: number },
): Promise<Uint8Array> {
  const { width, height } = size
  return sharp(bytes, { limitInputPixels: pixelsMax, failOn: 'error' })
    .rotate()
    .resize({ width, height, fit: 'cover', position: 'attention' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .png({ compressionLevel: 1 })
    .toBuffer()
}
