import type { Network } from '../networks.ts'

/** How a network counts a text. */
export type CountingRule =
  | 'graphemes'
  | 'codePoints'
  | 'utf16'
  | 'bytes'
  | 'xWeighted'
  | 'threads'
  | 'mastodon'

/** Whether the network says so itself, others observed it, or we take the careful reading. */
export type Basis = 'documented' | 'observed' | 'assumed'

/** How much of a text a network takes. */
export interface TextLimit {
  readonly max: number
  readonly counting: CountingRule
  readonly basis: Basis
}

/** Width by height, as in 4 by 5. */
export interface Aspect {
  readonly width: number
  readonly height: number
}

/** What a network accepts of one kind of file. */
interface FileLimits {
  /** Media types that it takes, in the order of preference: the first is what others are turned into. */
  readonly types: readonly string[]
  readonly maxBytes: number
  readonly minWidth: number | null
  readonly minHeight: number | null
  /** The narrowest and the widest shape that is accepted. */
  readonly aspect: { readonly min: Aspect; readonly max: Aspect } | null
  /** The shape that it is made for; others are shown with bars, or cut. */
  readonly advisedAspect: Aspect | null
}

export interface ImageLimits extends FileLimits {
  readonly max: number
  /** A swipeable series, where the network has one. `sameSize`: refused, or cut to the first. */
  readonly carousel: {
    readonly min: number
    readonly max: number
    readonly sameSize: 'required' | 'cutToFirst' | null
  } | null
  readonly maxPixels: number | null
  /** A larger one is sent in this size. */
  readonly advisedPixels: { readonly width: number; readonly height: number }
  /** What becomes of an animated image; where it plays, how many bytes it may have. */
  readonly animated: {
    readonly shown: 'moving' | 'movingAlone' | 'still'
    readonly maxBytes: number | null
  }
}

export interface VideoLimits extends FileLimits {
  readonly max: number
  /** Whether Rheos publishes them there; else a person does, at the network itself. */
  readonly fromHere: boolean
  readonly maxSeconds: number | null
  readonly minSeconds: number | null
}

/** What one network accepts, as dated data: see `limits/*.json`. */
export interface NetworkLimits {
  readonly network: Network
  readonly name: string
  /** The day on which this was compared with what the network says, as in 2026-11-20. */
  readonly checked: string
  readonly sources: readonly string[]
  /** What is not documented, or differs between sources. */
  readonly notes: readonly string[]
  readonly text: TextLimit & {
    readonly maxBytes: number | null
    /** Another limit for text that stands under a picture. */
    readonly underMedia: number | null
    /** Another limit for the text of a video. */
    readonly ofVideo: number | null
    /** A post of media alone is refused. */
    readonly required: boolean
    readonly forbidden: string
  }
  readonly title: (TextLimit & { readonly required: boolean; readonly forbidden: string }) | null
  readonly thread: { readonly maxParts: number | null } | null
  /** What its own account writes under a post; null where it writes nothing. */
  readonly comment: TextLimit | null
  readonly hashtags: {
    readonly max: number | null
    readonly advised: number | null
    readonly counted: 'all' | 'firstOnly'
  }
  readonly mentions: { readonly max: number | null }
  readonly links: {
    readonly clickable: boolean
    /** Only with `https://` in front does a link become one. */
    readonly needScheme: boolean
    /** How much dearer a post with a link is for whoever publishes through the API. */
    readonly costFactor: number | null
  }
  readonly media: {
    readonly required: 'none' | 'any' | 'video'
    /** Pictures and videos in one post. */
    readonly mixed: boolean
    readonly images: ImageLimits | null
    readonly videos: VideoLimits | null
  }
  readonly alt: TextLimit | null
}
