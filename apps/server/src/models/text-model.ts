import type {
  CallToAction,
  Hook,
  Idea,
  Intent,
  Network,
  PostType,
  SlideRole,
  SlideText,
} from '@rheos/contract'
import type { BrandBrief } from './brand-brief.ts'

interface WritingAbout {
  readonly brand?: BrandBrief | undefined
  readonly network?: Network | undefined
  /** BCP 47; the brand's language counts when it is absent. */
  readonly language?: string | undefined
  readonly seed: number
  /** Said when it is asked again: what was wrong with the first answer. */
  readonly correction?: string | undefined
}

interface FromDirection extends WritingAbout {
  /** What the person wants it to be about; may be empty. */
  readonly direction: string
  readonly postType?: PostType | undefined
  readonly hook?: Hook | undefined
  readonly callToAction?: CallToAction | undefined
}

export interface IdeasRequest extends FromDirection {
  readonly kind: 'ideas'
  readonly count: number
  /** Each idea has one of these; all are possible where none is named. */
  readonly intents?: readonly Intent[] | undefined
  /** The hooks to choose from. */
  readonly hooks?: readonly Hook[] | undefined
  /** Titles already seen. */
  readonly avoid?: readonly string[] | undefined
}

export interface CopyRequest extends FromDirection {
  readonly kind: 'caption' | 'post'
  readonly intent?: Intent | undefined
  readonly idea?: Idea | undefined
}

/** Rewrites one stretch of a text as the instruction says. */
export interface RewriteRequest extends WritingAbout {
  readonly kind: 'rewrite'
  readonly text: string
  readonly before: string
  readonly after: string
  readonly instruction: string
}

/** Writes a post anew for its network. */
export interface VersionRequest extends WritingAbout {
  readonly kind: 'version'
  readonly text: string
  readonly network: Network
}

export interface HashtagsRequest extends WritingAbout {
  readonly kind: 'hashtags'
  readonly text: string
  readonly count: number
}

/** A picture of the library, and what is known of it. */
export interface KnownPicture {
  readonly width: number
  readonly height: number
  /** What it was drawn by. */
  readonly prompt: string
  /** The words on it, where it was set as a design. */
  readonly words: string
  readonly fileName: string
  /** The colours it has most of, as `#rrggbb`. */
  readonly colors: readonly string[]
  /** The picture itself, made small. */
  readonly jpeg: Uint8Array | undefined
}

/** Says what is to be seen on a picture. */
export interface AltRequest extends WritingAbout {
  readonly kind: 'alt'
  readonly picture: KnownPicture
  /** The post it stands in. */
  readonly text: string
}

/** Says what to draw for a post. */
export interface ImagePromptRequest extends WritingAbout {
  readonly kind: 'image_prompt'
  readonly text: string
}

/** The text of a carousel, slide by slide; with `slides`, those are rewritten as the instruction says. */
export interface SlidesRequest extends WritingAbout {
  readonly kind: 'slides'
  readonly structure: { readonly id: string; readonly label: string }
  /** One for each slide. */
  readonly roles: readonly SlideRole[]
  readonly direction: string
  readonly text: string
  readonly slides: readonly SlideText[]
  readonly instruction: string
}

export type WritingRequest =
  | IdeasRequest
  | CopyRequest
  | RewriteRequest
  | VersionRequest
  | HashtagsRequest
  | AltRequest
  | ImagePromptRequest
  | SlidesRequest

export type ModelWritingEvent =
  | { readonly type: 'text'; readonly delta: string }
  | { readonly type: 'idea'; readonly idea: Idea }
  | { readonly type: 'slide'; readonly slide: SlideText }
  | { readonly type: 'hashtags'; readonly hashtags: readonly string[] }
  /** `isCutShort` when the model ran out of room in the middle. */
  | { readonly type: 'done'; readonly isCutShort?: boolean }

export interface TextModel {
  readonly provider: string
  readonly model: string
  readonly builtIn: boolean
  /**
   * Writes as it goes and ends with `done`. Throws a ModelError when it cannot; what came before it
   * is then incomplete. An aborted `signal` rejects with the signal's reason. What it writes is data:
   * whoever asks makes it safe.
   */
  write(
    request: WritingRequest,
    options: { readonly signal: AbortSignal },
  ): AsyncIterable<ModelWritingEvent>
}
