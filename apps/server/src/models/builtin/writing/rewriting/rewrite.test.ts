import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ModelError } from '../../../model-error.ts'
import { changes } from './changes.ts'
import { rewrite } from './rewrite.ts'

const about = { kind: 'rewrite', before: '', after: '', seed: 1 } as const
const changed = (text: string, instruction: string) => rewrite({ ...about, text, instruction })

describe('a text is rewritten', () => {
  it.each([
    [
      'fix the typos',
      'we  recieve teh bread at dawn .it is really good !!',
      'We receive the bread at dawn .it is really good!',
    ],
    [
      'UK English',
      'Our favorite color is gray, and we organize it.',
      'Our favourite colour is grey, and we organise it.',
    ],
    ['US English', 'Our favourite colour is grey.', 'Our favorite color is gray.'],
    ['more formal', 'Hi! We’re open and we can’t wait.', 'Hello. We are open and we cannot wait.'],
    [
      'more casual',
      'We are open. However, we do not bake on Mondays.',
      'We’re open. But we don’t bake on Mondays.',
    ],
    [
      'as bullet points',
      'We bake at night. It is quiet. Come by.',
      '• We bake at night.\n• It is quiet.\n• Come by.',
    ],
    ['into prose', '• We bake at night\n• It is quiet', 'We bake at night. It is quiet.'],
    ['numbered steps', 'Look. Choose. Begin.', '1. Look.\n2. Choose.\n3. Begin.'],
    [
      'punchier',
      'We are pleased to announce that the shop opens on Sundays, and we bake at night.',
      'The shop opens on Sundays. We bake at night.',
    ],
    ['remove emoji', 'Bread 🍞 at dawn 🌅!', 'Bread at dawn!'],
    ['add emoji', 'Fresh bread. Come on Sunday.', 'Fresh bread. 🍞 Come on Sunday. 📅'],
    ['title case', 'the art of bread', 'The Art of Bread'],
    ['sentence case', 'THE ART OF BREAD. COME BY.', 'The art of bread. Come by.'],
    [
      'end with a question',
      'We bake at night. #Bread',
      'We bake at night. What do you think? #Bread',
    ],
    ['turn into a question', 'We bake at night.', 'Did you know that we bake at night?'],
    ['remove the hashtags', 'We bake.\n\n#Bread #Dawn', 'We bake.'],
    ['no exclamation marks', 'Come by!! Now!', 'Come by. Now.'],
    [
      'kürzer',
      'Wir backen eigentlich nachts. Das ist ziemlich ruhig. Kommt vorbei.',
      /^Wir backen nachts\..{0,40}$/u,
    ],
    [
      'plus court',
      'Nous ouvrons le dimanche. C’est vraiment calme. Venez nous voir.',
      /^Nous ouvrons le dimanche\..{0,30}$/u,
    ],
    [
      'más corto',
      'Abrimos los domingos. Es realmente tranquilo. Ven a vernos pronto.',
      /^Abrimos los domingos\..{0,30}$/u,
    ],
  ])('"%s": %j', (instruction, text, expected) => {
    const result = changed(text, instruction)
    if (typeof expected === 'string') expect(result).toBe(expected)
    else expect(result).toMatch(expected)
  })

  it('half as long keeps what it is about and what holds a figure', () => {
    const text =
      'We open on Sundays from 1 June. It is going to be really nice. Everybody likes it when a shop is open. See you at 8 at the harbour.'
    const half = changed(text, 'half as long')
    expect(half.length).toBeLessThanOrEqual(text.length / 2)
    expect(half).toMatch(/^We open on Sundays from 1 June\./)
  })

  it('to a number of words or characters', () => {
    const text =
      'We bake at night because it is quiet. Nobody is about. The oven hums. Come by at eight.'
    expect(changed(text, 'at most 10 words').split(/\s+/).length).toBeLessThanOrEqual(10)
    expect(changed(text, 'under 50 characters').length).toBeLessThanOrEqual(50)
  })

  it('never to nothing, whatever the text and whatever is asked', () => {
    const asks = [
      'shorter',
      'punchier',
      'fix typos',
      'bullets',
      'add emoji',
      'title case',
      'half',
      'simpler',
      'numbered',
    ]
    expect(asks.every((ask) => changes.some(({ asked }) => asked.test(ask)))).toBe(true)
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
        fc.constantFrom(...asks),
        (text, ask) => {
          const result = attempt(() => changed(text, ask))
          if (typeof result === 'string') expect(result.trim()).not.toBe('')
          else expect(result.code).toBe('provider_refused')
        },
      ),
    )
  })
})

describe('what no rule can do is refused in one clear sentence', () => {
  it.each([
    ['translate to Japanese', 'We bake at night.', /cannot translate/],
    ['in Spanish please', 'We bake at night.', /cannot translate/],
    ['make it rhyme', 'We bake at night.', /cannot do that/],
    ['more formal', 'Wir backen nachts und ihr kommt vorbei.', /English only/],
    ['remove emoji', 'We bake at night.', /nothing to change/],
  ])('"%s"', (instruction, text, why) => {
    const refusal = attempt(() => changed(text, instruction))
    if (typeof refusal === 'string') throw new Error(`It wrote: ${refusal}`)
    expect(refusal).toMatchObject({ name: 'ModelError', code: 'provider_refused' })
    expect(refusal.detail).toMatch(why)
    expect(refusal.detail).toMatch(/^The built-in writer .{20,220}\.$/)
  })
})

function attempt(work: () => string): string | ModelError {
  try {
    return work()
  } catch (error) {
    return error as ModelError
  }
}
