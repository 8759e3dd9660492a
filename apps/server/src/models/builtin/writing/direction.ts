import type { Grammar } from './grammar/grammar.ts'
import { sentence, sentencesOf } from './sentences.ts'

/** What a person asked to be written about, by what can be done with it in a sentence. */
export interface Direction {
  /**
   * A topic is a phrase for a slot; a statement and a question are said as they are; nothing was
   * said when it is open.
   */
  readonly kind: 'open' | 'topic' | 'statement' | 'question'
  readonly text: string
  /** Whether a topic may stand within a sentence; else only at its beginning or after a colon. */
  readonly fits: boolean
  /** A statement that speaks to the reader, as thanks and invitations do. */
  readonly isAddress: boolean
  /** What was said besides, in paragraphs. */
  readonly rest: readonly string[]
  readonly links: readonly string[]
  readonly tags: readonly string[]
}

const topicWordsMax = 12
const bareWordsMax = 6
const fittingWordsMax = 6

const emoji =
  /(?:(?![©®™#*0-9])(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u{fe0f}|\u{200d}))+/gu
const mark = /(?:\s|^)(?:(#[\p{L}\p{N}_]+)|(https?:\/\/\S+|www\.\S+))[.,]?$/iu

export function directionOf(said: string, grammar: Grammar): Direction {
  const lines = said.normalize('NFC').split(/\s*\n\s*/)
  const ends = takeEnds(lines.join('\n').trim())
  const [first = '', ...others] = paragraphsOf(ends.text, grammar)
  const [lead = '', ...more] = first === '' ? [] : sentencesOf(first)
  const rest = [more.map(sentence).join(' '), ...others].filter((text) => text !== '')
  const about = { rest, links: ends.links, tags: ends.tags }
  if (!/[\p{L}\p{N}]/u.test(lead)) return { ...silent, ...about }
  return { ...kindOf(lead, grammar), ...about }
}

/** Tags and links at the end are kept aside; within a sentence they belong to it. */
function takeEnds(said: string): Pick<Direction, 'links' | 'tags' | 'text'> {
  const found = mark.exec(said)
  if (!found) return { text: said, links: [], tags: [] }
  const { text, links, tags } = takeEnds(said.slice(0, found.index).trim())
  const [, tag, link] = found
  return {
    text,
    links: link ? [...links, link.replace(/[.,]$/, '')] : links,
    tags: tag ? [...tags, tag] : tags,
  }
}

/** Without the sentences that only tell the writer how. */
function paragraphsOf(said: string, { manner }: Grammar): readonly string[] {
  return said
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .map((line, row) =>
      sentencesOf(line)
        .filter((part, at) => row + at === 0 || !manner.test(part))
        .join(' '),
    )
    .filter((line) => line !== '')
}

type Kind = Pick<Direction, 'kind' | 'text' | 'fits' | 'isAddress'>

const silent = { kind: 'open', text: '', fits: false, isAddress: false } as const satisfies Kind

function kindOf(lead: string, grammar: Grammar): Kind {
  const asked = unasked(unquoted(lead), grammar)
  const text = asked.text
  if (text === '' || !/[\p{L}\p{N}]/u.test(text)) return silent
  if (/[?？]["”»)]?$/u.test(text) || grammar.question.test(text))
    return { kind: 'question', text: asQuestion(text), fits: false, isAddress: false }
  if (asked.isWhole) return statement(text, grammar)
  const phrase = phraseOf(asked.wasAsked ? inVoice(text, grammar.voice) : text, grammar)
  if (grammar.clause.test(phrase) && isShort(phrase, topicWordsMax)) return topic(phrase, false)
  if (!isNamed(phrase, grammar)) return statement(asked.wasAsked ? phrase : text, grammar)
  return topic(phrase, fits(phrase, grammar))
}

function statement(text: string, { address }: Grammar): Kind {
  return { kind: 'statement', text: sentence(text), fits: false, isAddress: address.test(text) }
}

function topic(phrase: string, isFitting: boolean): Kind {
  return { kind: 'topic', text: phrase, fits: isFitting, isAddress: false }
}

function unquoted(text: string): string {
  return text.replace(/^["“„«]\s*([^"“”„«»]+?)\s*["”“»][.]?$/u, '$1')
}

interface Asked {
  readonly text: string
  readonly wasAsked: boolean
  /** It was said as a sentence: after "that", or turned into one. */
  readonly isWhole: boolean
}

function unasked(text: string, grammar: Grammar): Asked {
  const turned = turnedOf(text.replace(/[.]+$/, ''), grammar)
  if (turned !== undefined) return { text: turned, wasAsked: false, isWhole: true }
  const bare = grammar.asks.reduce((left, ask) => left.replace(ask, inner).trim(), text)
  const wasAsked = bare !== text
  const again = turnedOf(bare, grammar)
  if (wasAsked && again !== undefined) return { text: again, wasAsked, isWhole: true }
  if (wasAsked && grammar.that.test(bare)) {
    const clause = bare.replace(grammar.that, '')
    return { text: grammar.asMainClause?.(clause) ?? clause, wasAsked, isWhole: true }
  }
  return { text: unquoted(bare), wasAsked, isWhole: false }
}

/** A request may have words at both ends: what stands between them is kept. */
function inner(_: string, kept: unknown): string {
  return typeof kept === 'string' ? kept : ''
}

function turnedOf(text: string, { turned }: Grammar): string | undefined {
  const rule = turned.find(([from]) => from.test(text))
  return (
    rule &&
    text
      .replace(rule[0], rule[1])
      .replace(/^(We are )(\p{Lu})/u, (_, we: string, letter: string) => we + letter.toLowerCase())
  )
}

function inVoice(text: string, rules: Grammar['voice']): string {
  return rules.reduce((left, [from, to]) => left.replace(from, to), text)
}

/** What a text is about, without a frame, a length, a full stop or pictures. */
function phraseOf(text: string, grammar: Grammar): string {
  const plain = text
    .replace(emoji, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,;:!…]+$/, '')
    .replace(grammar.length, '')
  const framed = plain.replace(grammar.frame, '').replace(/#(?=\p{L})/gu, '')
  const phrase = inVoice(framed === '' ? plain : framed, grammar.plain)
  return grammar.determiner.test(phrase)
    ? phrase.replace(/^\p{Lu}(?!\p{Lu})/u, (l) => l.toLowerCase())
    : phrase
}

/** Whether a text is surely the name of something; in doubt it is said as it stands. */
function isNamed(
  text: string,
  { determiner, sentenceStart, address, finite, relative }: Grammar,
): boolean {
  if (/[.!?…:;"“”„«»/]|\s[–—-]\s/u.test(text) || !/\p{L}/u.test(text)) return false
  const [named = ''] = text.split(relative)
  if (finite.test(named)) return false
  if (determiner.test(text)) return isShort(text, topicWordsMax)
  return (
    isShort(text, bareWordsMax) &&
    !sentenceStart.test(text) &&
    !address.test(text) &&
    !/^\p{L}+ing\s/u.test(text)
  )
}

function fits(phrase: string, { determiner }: Grammar): boolean {
  if (/[,()]/.test(phrase) || !isShort(phrase, fittingWordsMax)) return false
  return determiner.test(phrase) || /^\p{Ll}/u.test(phrase)
}

function isShort(text: string, wordsMax: number): boolean {
  return text.split(' ').length <= wordsMax && text.length <= 90
}

function asQuestion(text: string): string {
  const bare = text.replace(/[.,;:]+$/, '')
  return /[?？]["”»)]?$/u.test(bare) ? sentence(bare) : sentence(`${bare}?`)
}
