import type { BrandCheck, BrandCheckCode, BrandCheckPart } from '@rheos/contract'

export const codeLabels: Readonly<Record<BrandCheckCode, string>> = {
  banned_word: 'Word to avoid',
  off_tone: 'Off tone',
  too_long: 'Long to read',
  missing_theme: 'No theme',
  missing_audience: 'No audience',
  low_contrast: 'Low contrast',
  unsupported_claim: 'Unsupported claim',
  wrong_language: 'Other language',
  competing_calls_to_action: 'Too many asks',
}

/** What a score means, in words. */
export function scoreText(score: number): string {
  if (score >= 90) return 'On brand'
  if (score >= 70) return 'Close to your brand'
  return score >= 40 ? 'Partly off brand' : 'Off brand'
}

const parts: Readonly<Record<BrandCheckPart, string>> = {
  tone: 'a tone',
  themes: 'themes',
  audience: 'audiences',
  language: 'a language',
  words: 'words to avoid',
}

/** What the check would also look at if the brand said it. */
export function unknownText(unknown: BrandCheck['unknown']): string {
  const named = unknown.map((part) => parts[part])
  const last = named.pop()
  if (last === undefined) return ''
  return named.length === 0 ? last : `${named.join(', ')} and ${last}`
}
