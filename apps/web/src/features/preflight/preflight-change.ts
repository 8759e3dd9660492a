import type { Asset, MediaItem, Network, Post, PostVersion } from '@rheos/contract'
import {
  type AssetFacts,
  applyFix,
  checkPost,
  type Finding,
  type Fix,
  factsFor,
  isMediaFix,
  type MediaFix,
  type PostFacts,
} from '@rheos/preflight'

/** What preflight and preview need of a post, saved or not. */
export type PostContent = Pick<Post, 'type' | 'title' | 'body' | 'media' | 'versions'>

/**
 * What a press on a fix asks for: the network's version as it is to be from now on, or another
 * picture in place of one, of the size that the fix names.
 */
export type PreflightChange =
  | { readonly kind: 'version'; readonly network: Network; readonly version: PostVersion }
  | { readonly kind: 'media'; readonly network: Network; readonly fix: MediaFix }

/** Everything that is wrong with the post for this network. */
export function findingsFor(
  post: PostContent,
  network: Network,
  assets: readonly Asset[],
): readonly Finding[] {
  return checkPost(factsOf(post, network, assets), network)
}

/** What to change so that the finding is mended; what the network shares with the post stays shared. */
export function changeFor(
  post: PostContent,
  network: Network,
  assets: readonly Asset[],
  fix: Fix,
): PreflightChange {
  if (isMediaFix(fix)) return { kind: 'media', network, fix }
  const before = factsOf(post, network, assets)
  const version = versionOf(post.versions[network], before, applyFix(before, { network }, fix))
  return { kind: 'version', network, version }
}

function factsOf(post: PostContent, network: Network, assets: readonly Asset[]): PostFacts {
  const known = new Map<string, AssetFacts>(assets.map((asset) => [asset.id, asset]))
  return factsFor(post, network, (id) => known.get(id))
}

function versionOf(own: PostVersion | undefined, before: PostFacts, after: PostFacts): PostVersion {
  const [body = '', ...thread] = after.parts
  const wasThread = before.parts.slice(1)
  const isThreadNew =
    thread.length !== wasThread.length || thread.some((part, at) => part !== wasThread[at])
  return {
    ...own,
    ...(after.title !== before.title && { title: after.title }),
    ...(body !== before.parts[0] && { body }),
    ...(isThreadNew && { thread }),
    ...(after.media !== before.media && { media: after.media.map(mediaItem) }),
  }
}

function mediaItem({ assetId, alt }: MediaItem): MediaItem {
  return { assetId, alt }
}
