import type { BrandFinding } from '@rheos/contract'
import { type Checked, fixOf, spansOf } from '../checked.ts'
import { dontAbout } from '../tone-wish.ts'

const marks = /[?？]*[!！¡]+[?？!！]*/gu
/** One is loud enough for any brand that is not calm; so many in a text are too many for most. */
const alwaysMax = 3

export function exclamations({ text, tone, brand }: Checked): BrandFinding[] {
  const spans = spansOf(text, marks)
  const count = spans.reduce((sum, { quote }) => sum + quote.replace(/[?？]/g, '').length, 0)
  const calm = tone.find(({ trait }) => trait === 'calm')
  const why =
    dontAbout(brand, /exclamation|ausrufezeichen|exclamations?|exclamaci/iu) ??
    calm?.why ??
    (count > alwaysMax ? tone[0]?.why : undefined)
  if (count === 0 || why === undefined) return []
  return [
    {
      code: 'off_tone',
      severity: 'medium',
      message:
        count === 1
          ? 'An exclamation mark is louder than this brand.'
          : `${count} exclamation marks are louder than this brand.`,
      why,
      spans,
      fix: fixOf(
        count === 1 ? 'Take the mark out' : 'Take the marks out',
        spans.map(({ start, end, quote }) => ({
          start,
          end,
          replacement: calmEnd(text, quote, end),
        })),
      ),
      rewrite: null,
      points: Math.min(18, 6 * count),
    },
  ]
}

/** A question stays one; a sentence gets its full stop; a mark that opens one goes. */
function calmEnd(text: string, quote: string, end: number): string {
  if (/[?？]/u.test(quote)) return '?'
  if (quote.startsWith('¡')) return ''
  const isEnd =
    end >= text.length || /^[\s"'”’»)\p{Extended_Pictographic}]/u.test(text.slice(end, end + 2))
  if (!isEnd) return ''
  return quote.startsWith('！') ? '。' : '.'
}
