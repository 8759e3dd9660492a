/** Where something was read: what a person needs to check it. */
export interface Evidence {
  /** Address of the page or file it was read on. */
  readonly page: string
  readonly snippet: string
  /** Where on the page: `og:site_name`, `json-ld`, `css --primary`, `h1` … */
  readonly source: string
}

/** A possible value of a field, with what speaks for it. */
export interface Candidate<V> {
  readonly value: V
  /** 0 to 1. */
  readonly score: number
  readonly evidence: readonly Evidence[]
}

export const colorRoles = ['primary', 'secondary', 'accent', 'background', 'text'] as const
export type ColorRole = (typeof colorRoles)[number]

/** `#rrggbb` by role; a role without evidence is absent. */
export type ColorsByRole = { readonly [role in ColorRole]?: string }

export interface FontsByUse {
  readonly heading?: string
  readonly body?: string
}

/** A picture that may be the logo, best first. Its bytes lie at the same place in `files`. */
export interface LogoCandidate {
  readonly url: string
  readonly mediaType: 'image/png'
  readonly width: number
  readonly height: number
  /** 0 to 1. */
  readonly score: number
  readonly source: string
  /** What it is drawn in: a light logo needs a dark ground. */
  readonly ink: 'light' | 'dark' | 'colored'
}

/** A field that was found, its evidence best first. */
interface FindingOf<F extends string, V> {
  readonly field: F
  readonly value: V
  /** 0 to 1. */
  readonly confidence: number
  readonly evidence: readonly Evidence[]
  readonly alternatives?: readonly V[]
}

export type Finding =
  | FindingOf<'name', string>
  | FindingOf<'description', string>
  | FindingOf<'language', string>
  | FindingOf<'logo', readonly LogoCandidate[]>
  | FindingOf<'colors', ColorsByRole>
  | FindingOf<'fonts', FontsByUse>
  | FindingOf<'tone', readonly string[]>
  | FindingOf<'audience', readonly string[]>
  | FindingOf<'themes', readonly string[]>

export type FindingField = Finding['field']

/** The finding of one field. */
export type FindingFor<F extends FindingField> = Extract<Finding, { readonly field: F }>

export interface LogoFile {
  readonly url: string
  readonly mediaType: 'image/png'
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

export const pageKinds = [
  'home',
  'about',
  'product',
  'pricing',
  'customers',
  'blog',
  'contact',
  'other',
] as const
export type PageKind = (typeof pageKinds)[number]

/** What was read of a website. */
export interface WebsiteFindings {
  /** Where the home page was found in the end. */
  readonly address: string
  readonly pages: readonly {
    readonly url: string
    readonly title: string
    readonly kind: PageKind
  }[]
  readonly findings: readonly Finding[]
  /** Markdown, composed from the findings. */
  readonly identity: string
  /** What the pages say, page after page, without menus, footers and filler. */
  readonly text: string
  /** The pictures of the logo finding, in its order. */
  readonly files: readonly LogoFile[]
}
