import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import { isIgnorable } from './clusters.ts'
import type { ScriptFonts } from './script-fonts.ts'

export type FamilyName =
  | 'inter'
  | 'manrope'
  | 'space-grotesk'
  | 'playfair-display'
  | 'source-serif-4'
  | 'oswald'
  | 'nunito'

/** A family comes in a file for each script; a letter is looked for in them in this order. */
const subsets = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek'] as const
type Subset = (typeof subsets)[number]

const subsetsOf: Readonly<Record<FamilyName, readonly Subset[]>> = {
  inter: subsets,
  manrope: subsets,
  'space-grotesk': ['latin', 'latin-ext', 'vietnamese'],
  'playfair-display': ['latin', 'latin-ext', 'vietnamese', 'cyrillic'],
  'source-serif-4': subsets,
  oswald: ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext'],
  nunito: ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext'],
}

/** One weight of one family: finds the file that has a letter. */
export interface Typeface {
  readonly family: FamilyName
  readonly weight: number
  /** Units of the em. */
  readonly capHeight: number
  readonly unitsPerEm: number
  fontFor(codePoint: number): fontkit.Font | undefined
  covers(text: string): boolean
  /** Where letters come from that the family lacks. */
  readonly scripts?: ScriptFonts
}

/** The font for a whole grapheme: of the family where one file of it has all, else of its scripts. */
export function fontForCluster(face: Typeface, cluster: string): fontkit.Font | undefined {
  const points = [...cluster].map((letter) => letter.codePointAt(0) ?? 0)
  const needed = points.filter((point) => !isIgnorable(point))
  const [first] = needed
  if (first === undefined) return undefined
  const asEmoji = points.includes(0xfe0f) ? face.scripts?.fontFor(cluster, face.weight) : undefined
  const own = face.fontFor(first)
  const ownHasAll = own && needed.every((point) => own.hasGlyphForCodePoint(point))
  return asEmoji ?? (ownHasAll ? own : face.scripts?.fontFor(cluster, face.weight))
}

const locate = createRequire(import.meta.url)

/** The typefaces that come with the studio, opened when they are first needed. */
export class TypeLibrary {
  readonly #faces = new Map<string, Typeface>()

  face(family: FamilyName, weight: number): Typeface {
    const key = `${family} ${weight}`
    const face = this.#faces.get(key) ?? openFace(family, weight)
    this.#faces.set(key, face)
    return face
  }

  /** Whether every letter can be drawn in at least one family. */
  canDraw(text: string): boolean {
    return this.face('manrope', 700).covers(text)
  }
}

function openFace(family: FamilyName, weight: number): Typeface {
  const fonts = new Map<Subset, fontkit.Font>()
  const font = (subset: Subset): fontkit.Font => {
    const opened = fonts.get(subset) ?? openFont(family, subset, weight)
    fonts.set(subset, opened)
    return opened
  }
  const fontFor = (codePoint: number) => {
    const subset = subsetsOf[family].find((name) => font(name).hasGlyphForCodePoint(codePoint))
    return subset && font(subset)
  }
  const { capHeight, unitsPerEm } = font('latin')
  return {
    family,
    weight,
    capHeight,
    unitsPerEm,
    fontFor,
    covers: (text) =>
      [...text].every((letter) => fontFor(letter.codePointAt(0) ?? 0) !== undefined),
  }
}

function openFont(family: FamilyName, subset: Subset, weight: number): fontkit.Font {
  const file = `@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`
  const opened = fontkit.create(readFileSync(locate.resolve(file)))
  if (!('layout' in opened)) throw new TypeError(`${file} holds more than one font`)
  return opened
}
