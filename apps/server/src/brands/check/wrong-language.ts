import type { BrandFinding } from '@rheos/contract'
import { languageOf } from '../import/findings/find-language.ts'
import { type Checked, spanOf } from './checked.ts'
import { spokenOf } from './words.ts'

/** The text is in another language than the brand's. */
export function wrongLanguage({ text, brand }: Checked): BrandFinding[] {
  if (brand.language === '') return []
  const spoken = languageOf(spokenOf(text))
  if (spoken === undefined || baseOf(spoken) === baseOf(brand.language)) return []
  const [wanted, found] = [nameOf(brand.language), nameOf(spoken)]
  return [
    {
      code: 'wrong_language',
      severity: 'high',
      message: `It is in ${found}, and the brand writes in ${wanted}.`,
      why: `Language: ${wanted}`,
      spans: [spanOf(text, 0, text.length)],
      fix: null,
      rewrite: `Say the same in ${wanted}.`,
      points: 40,
    },
  ]
}

function baseOf(tag: string): string {
  return (tag.split('-')[0] ?? '')
    .toLowerCase()
    .replace(/^(nb|nn)$/, 'no')
    .replace(/^iw$/, 'he')
}

function nameOf(tag: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
