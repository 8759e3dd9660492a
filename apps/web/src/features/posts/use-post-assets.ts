import type { Asset, Post } from '@rheos/contract'
import { useNamedAssets } from '../../api/assets.ts'

/** The pictures that a post and its versions name, as far as they are in the library. */
export function usePostAssets(post: Post): readonly Asset[] {
  const named = [post.media, ...Object.values(post.versions).map((version) => version?.media ?? [])]
  return useNamedAssets(named.flat().map(({ assetId }) => assetId))
}
