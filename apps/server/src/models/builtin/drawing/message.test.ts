import fc from 'fast-check'
import { expect, it } from 'vitest'
import { messageIn } from './message.ts'

it.each([
  ['A cup', 'A cup', undefined],
  ['Photo of a cat on a sofa', 'A cat on a sofa', undefined],
  [
    'A photorealistic close-up of a cat on a sofa, 35mm, bokeh, f/1.8',
    'A cat on a sofa',
    undefined,
  ],
  ['Close-up shot of espresso pouring into a glass', 'Espresso pouring into a glass', undefined],
  [
    'A highly detailed, cinematic photograph of a young woman walking her dog along a foggy beach at sunrise, golden hour, shallow depth of field, shot on 35mm film, warm color palette, 8k, --ar 16:9',
    'A young woman walking her dog',
    'Along a foggy beach at sunrise',
  ],
  ['an image of a quiet street at dawn', 'A quiet street at dawn', undefined],
  ['Please create a poster for our summer party', 'Our summer party', undefined],
  [
    'A cozy coffee shop in autumn, warm light, flat design, 4k',
    'A cozy coffee shop in autumn',
    'Warm light',
  ],
  ['Poster that says "Open on Sundays" and "from 10:00"', 'Open on Sundays', 'From 10:00'],
  ['Erstelle ein Bild von „Frisches Brot“', 'Frisches Brot', undefined],
  ['Don’t stop at the baker’s door', 'Don’t stop at the baker’s door', undefined],
  ['Sale 🎉 today', 'Sale today', undefined],
  [
    'Now open: the new reading room on the second floor of the old library',
    'Now open: the new reading room',
    'On the second floor of the old library',
  ],
  [
    'A photograph that shows: We bake before sunrise, every day but Monday.\nComposition: at eye level, the subject off centre.\nLight: warm light late in the afternoon.\nNo words, no logos.',
    'We bake before sunrise',
    'Every day but Monday',
  ],
  ['No words', 'No words', undefined],
])('"%s" says "%s"', (prompt, headline, support) => {
  expect(messageIn(prompt)).toEqual({ headline, support })
})

it('has something short to say about any prompt with words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 600 }), (noise) => {
      const { headline, support } = messageIn(`word ${noise}`)
      expect(headline.length).toBeGreaterThan(0)
      expect(support?.length ?? 0).toBeLessThanOrEqual(140)
    }),
  )
})
