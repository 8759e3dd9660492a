import { type Intent, intents } from '@rheos/contract'
import type { BrandBrief } from '../../brand-brief.ts'
import type { Direction } from './direction.ts'
import { fill } from './fill.ts'
import { formulaLines, hookIds, sayingIds } from './formula-lines.ts'
import type { Hook, Phrases } from './phrases.ts'
import { speaks } from './phrases-for.ts'

export interface FirstLine {
  readonly name: string
  readonly line: string
  /** The hook of the formulas that it follows. */
  readonly hookId: string
}

type Said = Pick<Direction, 'kind' | 'text' | 'fits' | 'isAddress'>
type KnownHook = readonly [hookId: string, hook: Hook]

/** Every first line that suits what is said, for one intent. */
export function firstLines(direction: Said, intent: Intent, about: Speaker): readonly FirstLine[] {
  return filled(direction, hooksFor(direction, intent, about), about)
}

/** Every first line that follows one hook of the formulas; none where what is said does not suit it. */
export function linesOfHook(direction: Said, hookId: string, about: Speaker): readonly FirstLine[] {
  const all = intents.flatMap((intent) => hooksFor(direction, intent, about))
  const own = all.filter(([id]) => id === hookId)
  const extra = formulaLines(about.phrases.language).hooks[hookId]
  const isTopic = direction.kind !== 'statement' && direction.kind !== 'question'
  return filled(direction, [...own, ...(extra && isTopic ? [[hookId, extra] as const] : [])], about)
}

interface Speaker {
  readonly phrases: Phrases
  readonly brand: BrandBrief | undefined
}

function filled(
  direction: Said,
  hooks: readonly KnownHook[],
  { phrases, brand }: Speaker,
): readonly FirstLine[] {
  const audience = brand && audienceOf(brand, phrases)
  const values = {
    brand: brand?.name,
    audience,
    topic: direction.text,
    statement: direction.text,
    said: afterColon(direction.text, phrases),
  }
  return hooks.flatMap(([hookId, [name, line, apart]]) => {
    const template = direction.fits || apart === undefined ? line : apart
    const isFilled =
      !(template.includes('{brand}') && !brand) && !(/\{audience\}/i.test(template) && !audience)
    return isFilled ? [{ name, line: fill(template, values), hookId }] : []
  })
}

function hooksFor(
  { kind, isAddress }: Said,
  intent: Intent,
  { phrases }: Speaker,
): readonly KnownHook[] {
  const isOffered = intent === 'sell' || intent === 'announce'
  const [toTopic, toStatement] = phrases.addressed
  const all = (hooks: readonly Hook[], idAt: (at: number) => string | undefined) =>
    hooks.map((hook, at) => [idAt(at) ?? 'plain-words', hook] as const)
  if (kind === 'question') return all(phrases.asking, () => 'question')
  if (isAddress) return all(phrases.addressing, () => 'the-news')
  if (kind === 'statement')
    return [
      ...all(phrases.saying[intent], (at) => sayingIds[intent][at]),
      ...(intent === 'sell' ? [['for-whom', toStatement] as const] : []),
    ]
  return [
    ...all(phrases.hooks[intent], (at) => hookIds[intent][at]),
    ...(isOffered ? [['for-whom', toTopic] as const] : []),
  ]
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
