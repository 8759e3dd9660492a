import type { BrandFinding } from '@rheos/contract'
import { type Checked, fixOf, quotedList, spansOf } from '../checked.ts'
import { inCaseOf } from '../in-case-of.ts'
import { wordPattern } from '../words.ts'

/** What nobody says to somebody they would write a letter to. */
const slang = wordPattern(
  'gonna|wanna|gotta|kinda|sorta|dude|guys|folks|yeah|yep|nope|lol|omg|btw|asap|awesome|cool|stuff|super cool|hey|hi there|mega|krass|geil|echt jetzt|na ja|hammer|ouais|trop bien|génial|salut|guay|mola|tío|chulo'.split(
    '|',
  ),
)
/** The long form of each short one that has only one. */
const longForms: Readonly<Record<string, string>> = {
  "can't": 'cannot',
  "won't": 'will not',
  "don't": 'do not',
  "doesn't": 'does not',
  "didn't": 'did not',
  "isn't": 'is not',
  "aren't": 'are not',
  "wasn't": 'was not',
  "weren't": 'were not',
  "haven't": 'have not',
  "hasn't": 'has not',
  "couldn't": 'could not',
  "wouldn't": 'would not',
  "shouldn't": 'should not',
  "i'm": 'I am',
  "we're": 'we are',
  "you're": 'you are',
  "they're": 'they are',
  "we've": 'we have',
  "you've": 'you have',
  "i've": 'I have',
  "we'll": 'we will',
  "you'll": 'you will',
  "they'll": 'they will',
  "let's": 'let us',
}
const contractions = wordPattern(Object.keys(longForms))
/** Letters and offices, where somebody relaxed is meant to speak. */
const stiff = wordPattern(
  'furthermore|moreover|hereby|pursuant to|in accordance with|we are pleased to announce|kindly be advised|please be advised|henceforth|aforementioned|at your earliest convenience|utilise|utilize|in order to|des weiteren|hiermit|gemäß|bezüglich|hinsichtlich|en outre|par la présente|conformément à|veuillez agréer|asimismo|por la presente|conforme a|en virtud de'.split(
    '|',
  ),
)
const plainer: Readonly<Record<string, string>> = {
  utilise: 'use',
  utilize: 'use',
  'in order to': 'to',
}

export function formality(checked: Checked): BrandFinding[] {
  return [...tooCasual(checked), ...tooStiff(checked)]
}

function tooCasual({ text, tone }: Checked): BrandFinding[] {
  const formal = tone.find(({ trait }) => trait === 'formal')
  if (formal === undefined || tone.some(({ trait }) => trait === 'casual')) return []
  const short = spansOf(text, contractions)
  const spans = [...spansOf(text, slang), ...short].sort((one, other) => one.start - other.start)
  if (spans.length === 0) return []
  const quotes = [...new Set(spans.map(({ quote }) => quote))]
  return [
    {
      code: 'off_tone',
      severity: 'medium',
      message: `${quotedList(quotes)} ${quotes.length === 1 ? 'is' : 'are'} more casual than this brand.`,
      why: formal.why,
      spans,
      fix: fixOf(
        'Write the short forms out',
        short.map(({ start, end, quote }) => ({ start, end, replacement: inFull(quote) })),
      ),
      rewrite: short.length === spans.length ? null : 'Say it as politely as in a letter.',
      points: Math.min(15, 4 * spans.length),
    },
  ]
}

function tooStiff({ text, tone }: Checked): BrandFinding[] {
  const casual = tone.find(({ trait }) => trait === 'casual' || trait === 'plain')
  if (casual === undefined || tone.some(({ trait }) => trait === 'formal')) return []
  const spans = spansOf(text, stiff)
  if (spans.length === 0) return []
  const known = spans.filter(({ quote }) => plainer[quote.toLowerCase()] !== undefined)
  return [
    {
      code: 'off_tone',
      severity: 'medium',
      message: `${quotedList([...new Set(spans.map(({ quote }) => quote))])} sounds like an office, not like this brand.`,
      why: casual.why,
      spans,
      fix: fixOf(
        'Say it plainly',
        known.map(({ start, end, quote }) => ({
          start,
          end,
          replacement: inCaseOf(quote, plainer[quote.toLowerCase()] ?? quote),
        })),
      ),
      rewrite: known.length === spans.length ? null : 'Say it as one says it to a friend.',
      points: Math.min(15, 5 * spans.length),
    },
  ]
}

function inFull(quote: string): string {
  return inCaseOf(quote, longForms[quote.toLowerCase().replace('’', "'")] ?? quote)
}
