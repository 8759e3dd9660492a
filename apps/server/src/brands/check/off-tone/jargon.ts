import type { BrandFinding, TextEdit } from '@rheos/contract'
import { type Checked, fixOf, quotedList, spansOf } from '../checked.ts'
import { inCaseOf } from '../in-case-of.ts'
import { dontAbout } from '../tone-wish.ts'
import { wordPattern } from '../words.ts'

const phrases =
  'leverage|leveraging|synergy|synergies|holistic|paradigm|paradigm shift|best-in-class|cutting-edge|state-of-the-art|next-generation|next-gen|seamless|seamlessly|robust solution|scalable solution|end-to-end solution|value proposition|value-add|mission-critical|thought leadership|empower|empowering|disruptive|low-hanging fruit|move the needle|circle back|deep dive|actionable insights|ecosystem|frictionless|unlock the power|unlock your potential|elevate your|in today’s fast-paced world|ganzheitlich|synergien|zukunftsweisend|lösungsorientiert|mehrwert generieren|innovativ|synergie|solution clé en main|à la pointe|holistique|sinergia|sinergias|solución integral|de vanguardia'.split(
    '|',
  )
const jargons = wordPattern(phrases)
const plainer: Readonly<Record<string, string>> = {
  leverage: 'use',
  leveraging: 'using',
  seamless: 'smooth',
  seamlessly: 'smoothly',
  'cutting-edge': 'new',
  'state-of-the-art': 'modern',
  'next-generation': 'new',
  'next-gen': 'new',
  frictionless: 'easy',
}

/** Words of the trade, where the brand speaks plainly. */
export function jargon({ text, tone, brand }: Checked): BrandFinding[] {
  const plain = tone.find(({ trait }) => trait === 'plain' || trait === 'personal')
  const why = dontAbout(brand, /jargon|buzzword|fachchinesisch|jerga/iu) ?? plain?.why
  if (why === undefined) return []
  const own = brand.description.toLowerCase()
  const spans = spansOf(text, jargons).filter(({ quote }) => !own.includes(quote.toLowerCase()))
  if (spans.length === 0) return []
  const known = spans.flatMap(({ start, end, quote }): TextEdit[] => {
    const replacement = plainer[quote.toLowerCase()]
    return replacement === undefined
      ? []
      : [{ start, end, replacement: inCaseOf(quote, replacement) }]
  })
  return [
    {
      code: 'off_tone',
      severity: 'medium',
      message: `${quotedList([...new Set(spans.map(({ quote }) => quote))])} is jargon.`,
      why,
      spans,
      fix: fixOf('Say it plainly', known),
      rewrite: known.length === spans.length ? null : 'Say it without jargon, in everyday words.',
      points: Math.min(18, 5 * spans.length),
    },
  ]
}
