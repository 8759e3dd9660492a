import type { ImageRequest } from '../image-model.ts'
import { quoted } from './brand-facts.ts'

/** What an image model is asked: the person's words, then the brand's look as a hint. */
export function imagePrompt({ prompt, brand, withLogo }: ImageRequest): string {
  const colors = Object.entries(brand?.colors ?? {}).flatMap(([role, hex]) =>
    hex ? [`${role} ${hex}`] : [],
  )
  const hints = [
    colors.length > 0 ? `Palette: ${colors.join(', ')}.` : '',
    brand?.tone?.length ? `Mood: ${brand.tone.slice(0, 4).map(plain).join(', ')}.` : '',
    brand?.name ? `For the brand ${quoted(plain(brand.name))}.` : '',
    // A drawn logo is always a wrong one; the true one is placed on the finished image.
    withLogo && brand?.logo
      ? 'Draw no logo. Keep the lower left corner calm.'
      : 'Draw no logo and no watermark.',
  ]
  return [prompt, ...hints.filter((hint) => hint !== '')].join('\n')
}

/** One line of a website's text, short enough to carry no orders. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 60)
}
