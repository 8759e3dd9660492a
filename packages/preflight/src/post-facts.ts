/** What preflight has to know of one picture or video of a post. */
export interface MediaFacts {
  readonly assetId: string
  readonly mediaType: string
  readonly width: number
  readonly height: number
  /** Of the file that is sent; null where it is not known, and then not looked at. */
  readonly bytes: number | null
  readonly alt: string
  readonly animated?: boolean
  /** How long a video lasts; absent where it is not known, and then not looked at. */
  readonly seconds?: number | undefined
  /** It was deleted from the library since it was put into the post. */
  readonly gone?: boolean
}

/** A post as one network gets it: plain data, so that editor, API and publisher ask the same. */
export interface PostFacts {
  readonly type: 'text' | 'image' | 'carousel' | 'video'
  readonly title: string
  /** The text, and the further parts of a thread after it. */
  readonly parts: readonly string[]
  /** Written under the post once it is out; absent or empty: none. */
  readonly comment?: string | undefined
  readonly media: readonly MediaFacts[]
}

export function isVideo({ mediaType }: MediaFacts): boolean {
  return mediaType.startsWith('video/')
}
