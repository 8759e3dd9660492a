import type { Aspect } from '../limits/network-limits.ts'

/** What `applyFix` can do by itself. */
export type TextFix = { readonly label: string } & (
  | { readonly kind: 'trim'; readonly part: number }
  | { readonly kind: 'split'; readonly part: number; readonly numbered: boolean }
  | { readonly kind: 'joinParts' }
  | { readonly kind: 'dropEmptyParts' }
  | { readonly kind: 'keepParts'; readonly keep: number }
  | { readonly kind: 'dropHashtags'; readonly part: number; readonly keep: number }
  | { readonly kind: 'dropRepeatedHashtags' }
  | { readonly kind: 'removeForbidden'; readonly of: 'text' | 'title' }
  | { readonly kind: 'removeControls' }
  | { readonly kind: 'addScheme' }
  | { readonly kind: 'trimTitle' }
  | { readonly kind: 'titleFromText' }
  | { readonly kind: 'shortenAlt'; readonly media: number }
  | { readonly kind: 'removeMedia'; readonly media: readonly number[] }
)

/** What has to be done to a picture, with the size to aim at: done by whoever has the pixels. */
export type MediaFix = {
  readonly label: string
  readonly media: number
  readonly assetId: string
} & (
  | { readonly kind: 'crop'; readonly aspect: Aspect; readonly pixels: Pixels }
  | { readonly kind: 'resize'; readonly pixels: Pixels; readonly maxBytes: number }
  | { readonly kind: 'convert'; readonly mediaType: string; readonly maxBytes: number }
)

export interface Pixels {
  readonly width: number
  readonly height: number
}

export type Fix = TextFix | MediaFix

export function isMediaFix(fix: Fix): fix is MediaFix {
  return fix.kind === 'crop' || fix.kind === 'resize' || fix.kind === 'convert'
}
