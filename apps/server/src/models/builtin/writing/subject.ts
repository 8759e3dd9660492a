import type { BrandBrief } from '../../brand-brief.ts'
import { type Direction, directionOf } from './direction.ts'
import { fill } from './fill.ts'
import { withinSentence } from './first-lines.ts'
import type { Phrases } from './phrases.ts'
import { speaks } from './phrases-for.ts'
import { sentence, sentencesOf } from './sentences.ts'

export interface Subject extends Direction {
  /** The brand was asked to speak of itself, and does. */
  readonly isSelf: boolean
}

/** What a text is about: what was said, else a theme of the brand, else its everyday work. */
export function subjectOf(
  said: string,
  about: {
    readonly phrases: Phrases
    readonly brand: BrandBrief | undefined
    readonly theme: string | undefined
  },
): Subject {
  const { phrases, brand, theme } = about
  const direction = directionOf(said, phrases.grammar)
  if (direction.kind === 'topic' && brand && isSelf(direction.text, brand, phrases))
    return ofItself(direction, brand, phrases)
  if (direction.kind === 'topic' && !direction.fits && isTheme(direction.text, brand)) {
    const text = withinSentence(direction.text, phrases, brand?.description)
    return { ...direction, text, fits: /^\p{Ll}/u.test(text), isSelf: false }
  }
  if (direction.kind !== 'open') return { ...direction, isSelf: false }
  const text =
    theme === undefined
      ? nothingSaid(brand, phrases)
      : withinSentence(theme, phrases, brand?.description)
  const fits = theme === undefined || /^\p{Ll}/u.test(text)
  return { ...direction, text, fits, isSelf: false }
}

function isTheme(text: string, brand: BrandBrief | undefined): boolean {
  return brand?.themes?.some((theme) => theme.toLowerCase() === text.toLowerCase()) ?? false
}

function isSelf(text: string, brand: BrandBrief, { self }: Phrases): boolean {
  return self.test(text) || text.toLowerCase() === brand.name.toLowerCase()
}

function ofItself(direction: Direction, brand: BrandBrief, phrases: Phrases): Subject {
  const description = describing(brand, phrases)
  if (description.length === 0) return { ...direction, isSelf: false }
  const [first = '', ...more] = description.slice(0, 3)
  const hello = fill(phrases.introduction, brand.name ? { brand: brand.name } : {})
  const isNamed = first.toLowerCase().startsWith(brand.name.toLowerCase())
  return {
    ...direction,
    kind: 'statement',
    text: isNamed ? first : hello,
    fits: false,
    rest: [(isNamed ? more : [first, ...more]).join(' '), ...direction.rest].filter(Boolean),
    isAddress: true,
    isSelf: true,
  }
}

/** What a brand says of itself, sentence by sentence, where it is in the language of the text. */
export function describing(brand: BrandBrief, phrases: Phrases): readonly string[] {
  const description = (brand.description ?? '').replace(/\s+/g, ' ').trim()
  if (description === '' || !speaks(phrases, description, brand.language)) return []
  return sentencesOf(description).map(sentence)
}

function nothingSaid(brand: BrandBrief | undefined, phrases: Phrases): string {
  return brand ? fill(phrases.nothingSaid, { brand: brand.name }) : phrases.nothingKnown
}
