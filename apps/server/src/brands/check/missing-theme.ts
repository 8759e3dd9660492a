import type { BrandFinding } from '@rheos/contract'
import { type Checked, quotedList } from './checked.ts'
import { touches } from './words.ts'

/** Shorter texts cannot touch everything. */
const wordsMin = 12

/** None of what the brand speaks about is touched. */
export function missingTheme({ text, words, brand }: Checked): BrandFinding[] {
  const { themes, lines } = brand
  if (themes.length === 0 || words < wordsMin) return []
  const isTouched = (theme: string) => touches(text, `${theme} ${lines.themes[theme] ?? ''}`)
  if (themes.some(isTouched)) return []
  return [
    {
      code: 'missing_theme',
      severity: 'medium',
      message: 'It is about none of your themes.',
      why: `Themes: ${quotedList(themes)}`,
      spans: [],
      fix: null,
      rewrite: `Bring in one of our themes where it fits: ${themes.slice(0, 5).join(', ')}.`,
      points: 10,
    },
  ]
}
