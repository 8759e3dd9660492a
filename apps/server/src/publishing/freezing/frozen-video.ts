import { createHash } from 'node:crypto'
import type { AssetRecord } from '../../library/asset-view.ts'
import { Refusal } from '../../refusal.ts'
import type { Storage } from '../../storage/storage.ts'
import type { FrozenFile } from './frozen-file.ts'

/**
 * A video goes out as it lies in the library, where nothing is ever written over it; a copy for each
 * network would only be larger. It is read through once to know that it is whole. Undefined when the
 * original is gone.
 */
export async function frozenVideo(
  storage: Storage,
  asset: AssetRecord,
): Promise<FrozenFile | undefined> {
  const file = await storage.open(asset.storageKey)
  if (file === undefined) return undefined
  const hash = createHash('sha256')
  for await (const piece of file.stream) hash.update(piece)
  if (hash.digest('hex') !== asset.contentHash)
    throw new Refusal(
      'not_ready',
      'A video of this post is damaged in the storage: upload it again, and put that one into the post.',
    )
  const { storageKey: renditionKey, mediaType, width, height, bytes, durationMs } = asset
  return { renditionKey, mediaType, width, height, bytes, ...(durationMs && { durationMs }) }
}
