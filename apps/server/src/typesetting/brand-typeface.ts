import type { BrandFonts } from '../models/brand-brief.ts'
import type { Random } from '../random.ts'
import type { FamilyName, Typeface, TypeLibrary } from './type-library.ts'

/** The faces of one picture: one that speaks and one that explains. */
export interface Faces {
  readonly display: Typeface
  readonly text: Typeface
  /** For the small line above: the text face, heavier. */
  readonly label: Typeface
}

type Character = 'grotesque' | 'geometric' | 'serif' | 'transitional' | 'condensed' | 'rounded'

const familyOf: Readonly<Record<Character, FamilyName>> = {
  grotesque: 'inter',
  geometric: 'manrope',
  serif: 'playfair-display',
  transitional: 'source-serif-4',
  condensed: 'oswald',
  rounded: 'nunito',
}

/** What a brand's font is like, by the names that websites use most. The first that matches counts. */
const characters: readonly (readonly [RegExp, Character])[] = [
  [
    /condensed|narrow|compressed|oswald|bebas|anton|league gothic|fjalla|teko|barlow c/,
    'condensed',
  ],
  [/nunito|quicksand|comfortaa|varela|rounded|fredoka|baloo|dosis|m plus r/, 'rounded'],
  [
    /playfair|bodoni|didot|abril|cormorant|dm serif|prata|cinzel|italiana|fraunces|recoleta/,
    'serif',
  ],
  [/sans/, 'grotesque'],
  [
    /serif|garamond|georgia|times|merriweather|lora|baskerville|caslon|crimson|libre b|spectral|minion|charter|cambria|noto s|slab|rockwell|arvo|bitter|zilla/,
    'transitional',
  ],
  [
    /poppins|montserrat|futura|gotham|outfit|urbanist|manrope|jost|raleway|lexend|sora|figtree|avenir|circular|plus jakarta|century gothic|questrial|kumbh|league spartan|red hat/,
    'geometric',
  ],
  [
    /inter|helvetica|arial|roboto|open|lato|segoe|system|work|public|ibm|rubik|karla|mulish|source|ubuntu|verdana|tahoma/,
    'grotesque',
  ],
]

/** Pairs for brands that say nothing: a heading that has a voice, a text that is easy to read. */
const pairs = [
  ['space-grotesk', 'inter'],
  ['playfair-display', 'source-serif-4'],
  ['manrope', 'manrope'],
  ['oswald', 'inter'],
  ['playfair-display', 'inter'],
  ['nunito', 'nunito'],
] as const satisfies readonly (readonly [FamilyName, FamilyName])[]

const weights: Readonly<Record<FamilyName, number>> = {
  inter: 800,
  manrope: 800,
  'space-grotesk': 700,
  'playfair-display': 700,
  'source-serif-4': 700,
  oswald: 600,
  nunito: 800,
}

/** The nearest faces to the brand's own that have every letter of `text`. */
export function facesFor(
  library: TypeLibrary,
  wish: { readonly fonts: BrandFonts | undefined; readonly text: string; readonly random: Random },
): Faces {
  const [displayPair, textPair] = wish.random.pick(pairs)
  const heading = familyLike(wish.fonts?.heading ?? wish.fonts?.body)
  const body = familyLike(wish.fonts?.body) ?? (heading ? companionOf(heading) : textPair)
  const display = covering(library, heading ?? displayPair, wish.text)
  const text = covering(library, body, wish.text)
  return {
    display: library.face(display, weights[display]),
    text: library.face(text, 500),
    label: library.face(text, text === 'oswald' ? 500 : 700),
  }
}

function familyLike(name: string | undefined): FamilyName | undefined {
  if (!name) return undefined
  const wanted = name.toLowerCase()
  const exact = Object.keys(weights).find((family) => wanted.replaceAll(' ', '-').includes(family))
  if (exact !== undefined) return asFamily(exact)
  if (/space grotesk|grotesk|mono|syne|archivo/.test(wanted)) return 'space-grotesk'
  const [, character] = characters.find(([pattern]) => pattern.test(wanted)) ?? []
  return character && familyOf[character]
}

function asFamily(name: string): FamilyName | undefined {
  return [...Object.values(familyOf), 'space-grotesk' as const].find((family) => family === name)
}

function companionOf(heading: FamilyName): FamilyName {
  if (heading === 'oswald' || heading === 'space-grotesk') return 'inter'
  return heading === 'playfair-display' ? 'source-serif-4' : heading
}

/** A word is never set in two families, so one that lacks a letter gives way as a whole. */
function covering(library: TypeLibrary, wanted: FamilyName, text: string): FamilyName {
  const isSerif = wanted === 'playfair-display' || wanted === 'source-serif-4'
  const ladder: readonly FamilyName[] = [
    wanted,
    isSerif ? 'source-serif-4' : 'manrope',
    'manrope',
    'inter',
  ]
  return ladder.find((family) => library.face(family, weights[family]).covers(text)) ?? 'manrope'
}
