import type { MediaItem, Network, Post } from '@rheos/contract'

/** The text a network gets and the parts of its thread; without a network the text for all. */
export function textParts(post: Post, network: Network | undefined): readonly string[] {
  const version = network === undefined ? undefined : post.versions[network]
  return [version?.body ?? post.body, ...(version?.thread ?? [])]
}

/** What its own account writes under the post first. */
export function commentFor(post: Post, network: Network | undefined): string | undefined {
  return network === undefined ? undefined : post.versions[network]?.firstComment
}

/** The pictures a network gets. */
export function mediaFor(post: Post, network: Network | undefined): readonly MediaItem[] {
  return (network === undefined ? undefined : post.versions[network]?.media) ?? post.media
}
