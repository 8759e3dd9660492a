import type { Asset, Brand, Network, Post } from '@rheos/contract'
import { factsFor, limits } from '@rheos/preflight'

/** What is shown of a post: the same as preflight looks at. */
export type PreviewedPost = Pick<Post, 'type' | 'title' | 'body' | 'media' | 'versions'>
/** Who it speaks for; null while nobody is chosen. */
export type PreviewedBrand = Pick<Brand, 'name' | 'logo' | 'website'> | null

export interface PreviewPicture {
  readonly key: string
  readonly url: string
  readonly alt: string
  /** Width by height. */
  readonly shape: number
  readonly isVideo: boolean
  /** Of a video: the frame that stands for it. */
  readonly posterUrl?: string
}

export interface PreviewContent {
  readonly network: Network
  readonly name: string
  readonly handle: string
  readonly logoUrl: string | null
  readonly website: string | null
  readonly title: string
  readonly parts: readonly string[]
  /** By its own account, under the post; empty: none. */
  readonly comment: string
  readonly pictures: readonly PreviewPicture[]
}

/** The post as this network gets it; pictures that are not at hand are left out. */
export function previewContent(
  network: Network,
  post: PreviewedPost,
  assets: readonly Asset[],
  brand: PreviewedBrand,
  handle: (name: string) => string,
): PreviewContent {
  const known = new Map(assets.map((asset) => [asset.id, asset]))
  const { title, parts, comment = '', media } = factsFor(post, network, (id) => known.get(id))
  const name = brand?.name.trim() || 'Your brand'
  return {
    network,
    name,
    handle: handle(accountName(name)),
    logoUrl: brand?.logo?.url ?? null,
    website: brand?.website ?? null,
    title,
    parts,
    comment: limits[network].comment === null ? '' : comment.trim(),
    pictures: media.flatMap(({ assetId, alt, mediaType }, index) => {
      const asset = known.get(assetId)
      if (asset === undefined) return []
      const shape = asset.width > 0 && asset.height > 0 ? asset.width / asset.height : 1
      const isVideo = mediaType.startsWith('video/')
      const poster = isVideo && { posterUrl: asset.thumbnailUrl }
      return [{ key: `${index} ${assetId}`, url: asset.url, alt, shape, isVideo, ...poster }]
    }),
  }
}

/** `Hearth & Crumb` signs up as `hearthcrumb`; a name of another script keeps its letters. */
export function accountName(name: string): string {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return letters.slice(0, 24) || 'yourbrand'
}
