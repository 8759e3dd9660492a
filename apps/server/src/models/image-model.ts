import type { Aspect, ImageAction, Tier } from '@rheos/contract'
import type { BrandBrief } from './brand-brief.ts'

export interface ImageRequest {
  readonly prompt: string
  readonly tier: Tier
  readonly aspect: Aspect
  readonly width: number
  readonly height: number
  /** Another seed is another picture. Neighbouring seeds are sure to differ in composition. */
  readonly seed: number
  readonly brand?: BrandBrief | undefined
  readonly withLogo: boolean
}

/** A picture as models are given it: upright, sRGB, one frame, without what its file carried beside it. */
export interface SourcePicture {
  readonly bytes: Uint8Array
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly width: number
  readonly height: number
  /** How it was drawn, where it was: then it can be drawn again. */
  readonly drawn?: Drawn | undefined
}

/** What a picture was drawn by. */
export interface Drawn {
  readonly provider: string
  readonly prompt: string
  readonly seed: number
  readonly aspect: Aspect
  readonly withLogo: boolean
  /** True where it is still as it was drawn. */
  readonly unchanged: boolean
}

/** A picture to be changed as the words say. */
export interface EditRequest {
  readonly source: SourcePicture
  readonly instruction: string
  readonly tier: Tier
  /** The shape of the source in the size of the tier. */
  readonly width: number
  readonly height: number
  readonly seed: number
  readonly brand?: BrandBrief | undefined
}

export interface UpscaleRequest {
  readonly source: SourcePicture
  readonly factor: 2 | 4
}

export interface MadePicture {
  readonly bytes: Uint8Array
  readonly mediaType: 'image/png' | 'image/webp' | 'image/jpeg'
  readonly width: number
  readonly height: number
  readonly provider: string
  readonly model: string
}

export interface DrawnImage extends MadePicture {
  /** One sentence that says what is to be seen. */
  readonly alt: string
}

/** A changed picture. Where it was drawn again: from which prompt, and what is to be seen. */
export interface ChangedPicture extends MadePicture {
  readonly redrawn?: { readonly prompt: string; readonly seed: number; readonly alt: string }
}

export type PromptCheck =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly code: 'script_not_supported' | 'edit_not_possible'
      readonly detail: string
    }

/** Words that are checked before anything is set aside, so that a refusal costs nothing. */
export interface WordsToCheck {
  readonly action: ImageAction
  readonly prompt: string
  /** How the picture was drawn that is to be changed. */
  readonly drawn?: Drawn | undefined
}

type Doing<Request, Result> = (
  request: Request,
  options: { readonly signal: AbortSignal },
) => Promise<Result>

/**
 * Draws and changes pictures. What a model cannot do it leaves out. Each throws a ModelError when it
 * cannot; an aborted `signal` rejects with the signal's reason.
 */
export interface ImageModel {
  readonly provider: string
  readonly builtIn: boolean
  check?(words: WordsToCheck): PromptCheck
  /** Exactly in the size that was asked for. */
  readonly draw: Doing<ImageRequest, DrawnImage>
  readonly edit?: Doing<EditRequest, ChangedPicture> | undefined
  /** Another picture like the source. */
  readonly vary?: Doing<EditRequest, ChangedPicture> | undefined
  /** Keeps the subject and puts what the words say behind it. */
  readonly replaceBackground?: Doing<EditRequest, ChangedPicture> | undefined
  /** Exactly `factor` times as many pixels on each side. */
  readonly upscale?: Doing<UpscaleRequest, MadePicture> | undefined
}

/** What can be asked of a model. */
export function actionsOf(model: ImageModel): ImageAction[] {
  return [
    'generate',
    'variation',
    ...(model.edit ? (['edit'] as const) : []),
    ...(model.replaceBackground ? (['background'] as const) : []),
    ...(model.upscale ? (['upscale'] as const) : []),
  ]
}
