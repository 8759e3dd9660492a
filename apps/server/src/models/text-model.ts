import type { Idea, Intent, Network } from '@rheos/contract'
import type { BrandBrief } from './brand-brief.ts'

interface WritingAbout {
  readonly brand?: BrandBrief | undefined
  /** What the person wants it to be about; may be empty. */
  readonly direction: string
  readonly intent?: Intent | undefined
  readonly network?: Network | undefined
  /** BCP 47; the brand's language counts when it is absent. */
  readonly language?: string | undefined
  readonly seed: number
}

export interface IdeasRequest extends WritingAbout {
  readonly kind: 'ideas'
  readonly count: number
  /** Titles already seen. */
  readonly avoid?: readonly string[] | undefined
}

export interface CopyRequest extends WritingAbout {
  readonly kind: 'caption' | 'post'
  readonly idea?: Idea | undefined
}

export type WritingRequest = IdeasRequest | CopyRequest

export type ModelWritingEvent =
  | { readonly type: 'text'; readonly delta: string }
  | { readonly type: 'idea'; readonly idea: Idea }
  | { readonly type: 'done' }

export interface TextModel {
  readonly provider: string
  readonly model: string
  readonly builtIn: boolean
  /**
   * Writes as it goes and ends with `done`. Throws a ModelError when it cannot; what came before it
   * is then incomplete. An aborted `signal` rejects with the signal's reason.
   */
  write(
    request: WritingRequest,
    options: { readonly signal: AbortSignal },
  ): AsyncIterable<ModelWritingEvent>
}
