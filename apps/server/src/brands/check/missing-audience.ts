import type { BrandFinding } from '@rheos/contract'
import { type Checked, quotedList } from './checked.ts'
import { touches } from './words.ts'

const wordsMin = 25
const addressed =
  /(?<!\p{L})(you|your|yours|you[’']re|du|dein\p{L}*|dir|dich|ihr|euch|euer|sie|ihnen|tu|toi|ton|vous|votre|vos|tú|tus?|usted\p{L}*|vosotr[oa]s|jij|jouw|você|voi|lei)(?!\p{L})|你|您|あなた|皆|당신|여러분/iu

/** Nobody is spoken to, and nobody whom the brand is for is named. */
export function missingAudience({ text, words, brand }: Checked): BrandFinding[] {
  const { audience, lines } = brand
  if (audience.length === 0 || words < wordsMin || addressed.test(text)) return []
  if (audience.some((name) => touches(text, `${name} ${lines.audience[name] ?? ''}`))) return []
  return [
    {
      code: 'missing_audience',
      severity: 'low',
      message: 'It speaks to nobody in particular.',
      why: `Audiences: ${quotedList(audience)}`,
      spans: [],
      fix: null,
      rewrite: `Speak to ${audience[0]} directly.`,
      points: 5,
    },
  ]
}
