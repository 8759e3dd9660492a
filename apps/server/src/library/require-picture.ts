import { Refusal } from '../refusal.ts'
import type { AssetRecord } from './asset-view.ts'

/** A video has a length, and a picture has none. */
export function isVideo(asset: Pick<AssetRecord, 'durationMs'>): boolean {
  return asset.durationMs !== null
}

/** Throws where a video is named for what is done with pictures alone. */
export function assertPicture(asset: Pick<AssetRecord, 'durationMs'>): void {
  if (isVideo(asset))
    throw new Refusal(
      'invalid_request',
      'This is a video, and only pictures can be used here. Choose a picture.',
    )
}
