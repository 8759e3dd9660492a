import type { Asset } from '@rheos/contract'

/** What assets are called together: pictures, videos, or files where there are both. */
export function assetWord(
  assets: readonly Pick<Asset, 'durationMs'>[],
): 'picture' | 'video' | 'file' {
  const videos = assets.filter(({ durationMs }) => durationMs !== null).length
  if (videos === 0) return 'picture'
  return videos === assets.length ? 'video' : 'file'
}
