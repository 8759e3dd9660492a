import type { BrandFinding, TextEdit } from '@rheos/contract'
import { type Checked, fixOf, quotedList, spansOf } from '../checked.ts'
import { wordPattern } from '../words.ts'

/** Words that a sentence does without, and those that make it say less. */
const fillers =
  'just|maybe|perhaps|possibly|somewhat|kind of|sort of|a bit|arguably|basically|vielleicht|eventuell|irgendwie|ein bisschen|quasi|peut-être|un peu|éventuellement|quizás|tal vez|un poco'.split(
    '|',
  )
const doubts =
  'we think|we believe|we feel|we hope|might|it seems|we try to|trying to|in our opinion|wir glauben|wir denken|wir versuchen|könnte|nous pensons|nous croyons|nous essayons|creemos|pensamos|intentamos'.split(
    '|',
  )
const filler = wordPattern(fillers)
const doubt = wordPattern(doubts)

/** Doubts, where the brand is sure of itself. One is no habit. */
export function hedging({ text, tone }: Checked): BrandFinding[] {
  const confident = tone.find(({ trait }) => trait === 'confident')
  if (confident === undefined) return []
  const spare = spansOf(text, filler)
  const spans = [...spare, ...spansOf(text, doubt)].sort((one, other) => one.start - other.start)
  if (spans.length < 2) return []
  return [
    {
      code: 'off_tone',
      severity: 'low',
      message: `${quotedList([...new Set(spans.map(({ quote }) => quote))])} sounds unsure.`,
      why: confident.why,
      spans,
      fix: fixOf(
        'Take the spare words out',
        spare.map(({ start, end }) => without(text, start, end)),
      ),
      rewrite: spare.length === spans.length ? null : 'Say it surely, without doubts.',
      points: Math.min(12, 3 * spans.length),
    },
  ]
}

/** A word goes with the space after it; what then begins a sentence is written large. */
function without(text: string, start: number, end: number): TextEdit {
  const after = /^,?[^\S\n]+/u.exec(text.slice(end))?.[0] ?? ''
  const isFirst = start === 0 || /[.!?…\n]\s*$/u.test(text.slice(Math.max(0, start - 4), start))
  const next = [...text.slice(end + after.length, end + after.length + 2)][0] ?? ''
  if (!isFirst || after === '') return { start, end: end + after.length, replacement: '' }
  return { start, end: end + after.length + next.length, replacement: next.toUpperCase() }
}
