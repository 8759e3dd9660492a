import type { Intent } from '@rheos/contract'
import type { BrandBrief } from '../../brand-brief.ts'
import type { Direction } from './direction.ts'
import { fill } from './fill.ts'
import type { Hook, Phrases } from './phrases.ts'
import { speaks } from './phrases-for.ts'

export interface FirstLine {
  readonly name: string
  readonly line: string
}

/** Every first line that suits what is said, for one intent. */
export function firstLines(
  direction: Pick<Direction, 'kind' | 'text' | 'fits' | 'isAddress'>,
  intent: Intent,
  about: { readonly phrases: Phrases; readonly brand: BrandBrief | undefined },
): readonly FirstLine[] {
  const { phrases, brand } = about
  const audience = brand && audienceOf(brand, phrases)
  const values = {
    brand: brand?.name,
    audience,
    topic: direction.text,
    statement: direction.text,
    said: afterColon(direction.text, phrases),
  }
  return hooksFor(direction, intent, phrases).flatMap(([name, line, apart]) => {
    const template = direction.fits || apart === undefined ? line : apart
    const isFilled =
      !(template.includes('{brand}') && !brand) && !(/\{audience\}/i.test(template) && !audience)
    return isFilled ? [{ name, line: fill(template, values) }] : []
  })
}

function hooksFor(
  { kind, isAddress }: Pick<Direction, 'kind' | 'isAddress'>,
  intent: Intent,
  phrases: Phrases,
): readonly Hook[] {
  const isOffered = intent === 'sell' || intent === 'announce'
  const [toTopic, toStatement] = phrases.addressed
  if (kind === 'question') return phrases.asking
  if (isAddress) return phrases.addressing
  if (kind === 'statement')
    return [...phrases.saying[intent], ...(intent === 'sell' ? [toStatement] : [])]
  return [...phrases.hooks[intent], ...(isOffered ? [toTopic] : [])]
}

/** The first of the people a brand is for, in words that fit into a sentence. */
export function audienceOf(
  { audience, language }: BrandBrief,
  phrases: Phrases,
): string | undefined {
  const first = audience?.map((one) => one.trim().replace(/[.\s]+$/, '')).find((one) => one !== '')
  if (first === undefined || first.length > 60 || !speaks(phrases, first, language))
    return undefined
  // People are not names: a single word is plain as well.
  return withinSentence(first, phrases, first)
}

/**
 * A theme or an audience is written like a title; in a sentence only German keeps its capitals. A
 * single word may be a name, unless it stands in `plainly`, what the brand says of itself, as a word.
 */
export function withinSentence(text: string, { language }: Phrases, plainly = ''): string {
  const [first = '', ...rest] = text.split(' ')
  const isPlain =
    rest.length > 0
      ? rest.every((word) => word === word.toLowerCase())
      : text === plainly || plainly.split(/[^\p{L}-]+/u).includes(text.toLowerCase())
  return isPlain && language !== 'de' && !/\p{Lu}.*\p{Lu}/u.test(first)
    ? text[0]?.toLowerCase() + text.slice(1)
    : text
}

/** A sentence after a colon: only German begins it large; names stay as they are. */
export function afterColon(text: string, { language, grammar }: Phrases): string {
  if (language === 'de' || /^I(?!\p{Ll})/u.test(text)) return text
  const { sentenceStart, address, determiner, clause, question } = grammar
  const isPlain = [sentenceStart, address, determiner, clause, question].some((way) =>
    way.test(text),
  )
  return isPlain
    ? text.replace(
        /^([¿¡]?)(\p{Lu})(?!\p{Lu})/u,
        (_, sign: string, letter: string) => sign + letter.toLowerCase(),
      )
    : text
}
