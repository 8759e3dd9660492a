/** What a model is told about a brand. Facts only: a model may use them, never add to them. */
export interface BrandBrief {
  readonly name: string
  readonly description?: string | undefined
  /** BCP 47, as `en` or `de-AT`. */
  readonly language?: string | undefined
  readonly tone?: readonly string[] | undefined
  readonly audience?: readonly string[] | undefined
  readonly themes?: readonly string[] | undefined
  /** Markdown: tone, voice, do, don't. */
  readonly identity?: string | undefined
  readonly colors?: BrandColors | undefined
  readonly fonts?: BrandFonts | undefined
  readonly logo?: BrandLogo | undefined
}

/** Each as `#rrggbb`. */
export interface BrandColors {
  readonly primary?: string | undefined
  readonly secondary?: string | undefined
  readonly accent?: string | undefined
  readonly background?: string | undefined
  readonly text?: string | undefined
}

/** Names of font families, as a style sheet says them. */
export interface BrandFonts {
  readonly heading?: string | undefined
  readonly body?: string | undefined
}

export interface BrandLogo {
  readonly bytes: Uint8Array
  readonly mediaType: string
}
