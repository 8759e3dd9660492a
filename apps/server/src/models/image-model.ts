import type { Aspect, Tier } from '@rheos/contract'
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

export interface DrawnImage {
  readonly bytes: Uint8Array
  readonly mediaType: 'image/png' | 'image/webp' | 'image/jpeg'
  /** Exactly as it was asked for. */
  readonly width: number
  readonly height: number
  readonly provider: string
  readonly model: string
  /** One sentence that says what is to be seen. */
  readonly alt: string
}

export type PromptCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'script_not_supported'; readonly detail: string }

export interface ImageModel {
  readonly provider: string
  readonly builtIn: boolean
  /** Asked before anything is held, so that a refusal costs nothing. */
  checkPrompt?(request: { readonly prompt: string }): PromptCheck
  /** Throws a ModelError when it cannot; an aborted `signal` rejects with the signal's reason. */
  draw(request: ImageRequest, options: { readonly signal: AbortSignal }): Promise<DrawnImage>
}
