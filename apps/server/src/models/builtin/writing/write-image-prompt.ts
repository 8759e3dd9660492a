import { createRandom } from '../../../random.ts'
import type { ImagePromptRequest } from '../../text-model.ts'
import { colorName } from './color-name.ts'
import { sentencesOf, shortened } from './sentences.ts'

const compositions = [
  'one clear subject close up, calm background, room at the top',
  'seen from above on a plain surface, a few things in good order',
  'at eye level, shallow depth of field, the subject off centre',
  'a wide view with a small subject and much quiet space',
] as const
const lights = [
  'soft morning light from a window',
  'even daylight without hard shadows',
  'warm light late in the afternoon',
] as const
const subjectMax = 240

/** A prompt for an image model: the post's own subject, a composition, and the look of the brand. */
export function writeImagePrompt({ text, brand, seed }: ImagePromptRequest): string {
  const random = createRandom(seed)
  const colors = Object.values(brand?.colors ?? {}).flatMap((hex) =>
    hex ? [colorName(hex, 'en')] : [],
  )
  const palette = [...new Set(colors)].slice(0, 3)
  const mood = brand?.tone?.slice(0, 3).join(', ') ?? ''
  return [
    `A photograph that shows: ${subjectOf(text)}`,
    `Composition: ${random.pick(compositions)}.`,
    `Light: ${random.pick(lights)}.`,
    palette.length > 0 ? `Colours: ${palette.join(', ')}.` : '',
    mood === '' ? '' : `Mood: ${mood}.`,
    'No words, no logos.',
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** The first sentences that say something, without tags and addresses. */
function subjectOf(text: string): string {
  const plain = text
    .replace(/#[\p{L}\p{N}_]+|https?:\/\/\S+|www\.\S+|[@]\S+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const [first = '', second = ''] = sentencesOf(plain).filter((said) => !/[?？]\s*$/u.test(said))
  const said = [first, second].join(' ').trim() || plain
  const short = shortened(said, subjectMax)
  return /[.!?…]$/u.test(short) ? short : `${short}.`
}
