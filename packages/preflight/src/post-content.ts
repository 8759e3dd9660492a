import type { MediaFacts, PostFacts } from './post-facts.ts'

/** A picture as a post names it. */
export interface MediaReference {
  readonly assetId: string
  readonly alt?: string | undefined
}

/** What one network gets instead of the post's own. */
export interface OwnVersion {
  readonly title?: string | undefined
  readonly body?: string | undefined
  readonly thread?: readonly string[] | undefined
  readonly firstComment?: string | undefined
  readonly media?: readonly MediaReference[] | undefined
}

/** A post as it is written: what holds for every network, and what some get instead. */
export interface PostContent {
  readonly type: PostFacts['type']
  readonly title: string
  readonly body: string
  readonly media: readonly MediaReference[]
  readonly versions: Readonly<Partial<Record<string, OwnVersion>>>
}

/** What is known of a picture or video in the library. */
export type AssetFacts = Pick<MediaFacts, 'mediaType' | 'width' | 'height' | 'animated'> & {
  readonly bytes?: number | null | undefined
  /** Of a video; null for a picture. */
  readonly durationMs?: number | null | undefined
}

/** The post as one network gets it. A picture that `assets` does not know is gone. */
export function factsFor(
  post: PostContent,
  network: string,
  assets: (assetId: string) => AssetFacts | undefined,
): PostFacts {
  const version = post.versions[network]
  return {
    type: post.type,
    title: version?.title ?? post.title,
    parts: [version?.body ?? post.body, ...(version?.thread ?? [])],
    comment: version?.firstComment,
    media: (version?.media ?? post.media).map((each) => mediaFacts(each, assets(each.assetId))),
  }
}

function mediaFacts(
  { assetId, alt = '' }: MediaReference,
  asset: AssetFacts | undefined,
): MediaFacts {
  if (asset === undefined) {
    return { assetId, alt, mediaType: 'image/jpeg', width: 0, height: 0, bytes: null, gone: true }
  }
  const { mediaType, width, height, bytes = null, animated, durationMs } = asset
  return {
    assetId,
    alt,
    mediaType,
    width,
    height,
    bytes,
    ...(animated === true && { animated }),
    ...(durationMs != null && { seconds: durationMs / 1000 }),
  }
}
