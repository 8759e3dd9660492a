import type { BrandFinding } from '@rheos/contract'
import { type Checked, fixOf, spansOf } from '../checked.ts'

/** Words of five letters and more: shorter ones are mostly abbreviations. */
const shouted = /(?<![\p{L}\p{N}#@])\p{Lu}{5,}(?:\s+\p{Lu}{2,})*(?![\p{L}\p{N}])/gu

export function capitals({ text, tone, brand }: Checked): BrandFinding[] {
  const own = new Set(`${brand.name} ${brand.description}`.match(/\p{Lu}{4,}/gu) ?? [])
  const spans = spansOf(text, shouted).filter(({ quote }) => !own.has(quote))
  const [wish] = tone
  if (spans.length === 0 || wish === undefined) return []
  return [
    {
      code: 'off_tone',
      severity: 'medium',
      message: 'Words in capitals shout.',
      why: (tone.find(({ trait }) => trait === 'calm') ?? wish).why,
      spans,
      fix: fixOf(
        'Write them small',
        spans.map(({ start, end, quote }) => ({
          start,
          end,
          replacement: lowered(quote, beginsSentence(text, start)),
        })),
      ),
      rewrite: null,
      points: Math.min(15, 5 * spans.length),
    },
  ]
}

function beginsSentence(text: string, start: number): boolean {
  return (
    /(^|[.!?…]["'”’»)]?\s+|\n\s*)$/u.test(text.slice(Math.max(0, start - 6), start)) || start === 0
  )
}

function lowered(quote: string, isFirst: boolean): string {
  const lower = quote.toLowerCase()
  return isFirst ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower
}
