import {
  type MediaItem,
  mediaItemSchema,
  type NewPost,
  type PostContent,
  type PostVersions,
  postVersionsSchema,
} from '@rheos/contract'
import type { PostRecord } from './post-view.ts'

/** What of a stored post its history keeps. */
export function contentOf(post: PostRecord): PostContent {
  return {
    type: post.type,
    title: post.title,
    body: post.body,
    networks: [...post.networks],
    versions: post.versions,
    media: [...post.media],
    carouselId: post.carouselId,
  }
}

/** The columns of what was given of a new post's content; what was not has its default. */
export function givenContent({ type, networks, versions, media, carouselId }: NewPost) {
  return {
    ...(type !== undefined && { type }),
    ...(networks !== undefined && { networks }),
    ...(versions !== undefined && { versions: postVersionsSchema.parse(versions) }),
    ...(media !== undefined && { media: media.map((item) => mediaItemSchema.parse(item)) }),
    ...(carouselId !== undefined && { carouselId }),
  }
}

/** The pictures that a post shows anywhere. */
export function assetIdsOf(content: {
  readonly media?: readonly MediaItem[] | undefined
  readonly versions?: PostVersions | undefined
}): Set<string> {
  const media = [
    ...(content.media ?? []),
    ...Object.values(content.versions ?? {}).flatMap((version) => version?.media ?? []),
  ]
  return new Set(media.map(({ assetId }) => assetId))
}
