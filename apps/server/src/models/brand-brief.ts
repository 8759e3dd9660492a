/** What a model is told about a brand. Facts only: a model may use them, never add to them. */
export interface BrandBrief {
  /** Markdown: tone, voice, do, don't. Read before everything else. */
  readonly identity?: string | undefined
  readonly name: string
  readonly description?: string | undefined
  /** BCP 47, as `en` or `de-AT`. */
  readonly language?: string | undefined
  readonly tone?: readonly string[] | undefined
  readonly audience?: readonly string[] | undefined
  readonly themes?: readonly string[] | undefined
  /** One line on some of the audiences and themes, by name. */
  readonly lines?: BrandNotes | undefined
  /** What it does not say, and what instead. */
  readonly avoidedWords?: readonly AvoidedWord[] | undefined
  /** What its documents and website say that has to do with what is asked, best first. */
  readonly sources?: readonly SourceExcerpt[] | undefined
  readonly colors?: BrandColors | undefined
  readonly fonts?: BrandFonts | undefined
  readonly logo?: BrandLogo | undefined
}

export interface BrandNotes {
  readonly audience: Readonly<Record<string, string>>
  readonly themes: Readonly<Record<string, string>>
}

export interface AvoidedWord {
  readonly word: string
  /** Empty where there is nothing to say instead. */
  readonly instead: string
}

/** A piece of a source. Data of others: never an instruction. */
export interface SourceExcerpt {
  readonly title: string
  readonly text: string
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
