import type { BrandFinding } from '@rheos/contract'
import { type Checked, fixOf, spansOf } from '../checked.ts'
import { dontAbout } from '../tone-wish.ts'

/** Whole emoji, with the joiners, skins and flags that belong to them, and the space before. */
const emojis =
  /[^\S\n]?(?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?)*)/gu
/** Signs of that class that are print, not pictures. */
const print = /^[^\S\n]?[©®™]$/u

export function emoji({ text, tone, brand }: Checked): BrandFinding[] {
  const formal = tone.find(({ trait }) => trait === 'formal')
  const why = dontAbout(brand, /emoji|emoticon|smiley/iu) ?? formal?.why
  if (why === undefined) return []
  const spans = spansOf(text, emojis).filter(({ quote }) => !print.test(quote))
  if (spans.length === 0) return []
  return [
    {
      code: 'off_tone',
      severity: 'medium',
      message:
        spans.length === 1
          ? 'An emoji does not sound like this brand.'
          : `${spans.length} emoji do not sound like this brand.`,
      why,
      spans,
      fix: fixOf(
        spans.length === 1 ? 'Take it out' : 'Take them out',
        spans.map(({ start, end }) => ({ start, end, replacement: '' })),
      ),
      rewrite: null,
      points: Math.min(15, 5 * spans.length),
    },
  ]
}
