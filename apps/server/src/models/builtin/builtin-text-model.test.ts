import { type Idea, intents, networks } from '@rheos/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hooks } from '../../writing/formulas/hooks.ts'
import type { CopyRequest, IdeasRequest, WritingRequest } from '../text-model.ts'
import { createBuiltinTextModel } from './builtin-text-model.ts'
import { writeCopy } from './writing/write-copy.ts'
import { writeIdeas } from './writing/write-ideas.ts'

const brand = {
  name: 'Harbour Coffee',
  description: 'We roast single-origin coffee in small batches. Come by.',
  themes: ['Slow mornings', 'Single-origin beans', 'Home brewing'],
  audience: ['people who brew at home'],
}
const languages = ['en', 'de', 'fr', 'es'] as const
const ideasRequest = (change: Partial<IdeasRequest> = {}): IdeasRequest => ({
  kind: 'ideas',
  count: 3,
  direction: '',
  seed: 1,
  brand,
  ...change,
})
const copyRequest = (change: Partial<CopyRequest> = {}): CopyRequest => ({
  kind: 'post',
  direction: 'our new winter blend',
  seed: 1,
  brand,
  ...change,
})
const lines = ({ title, hook, angle }: Idea) => [title, hook, angle]

async function events(request: WritingRequest, signal = new AbortController().signal) {
  const all = []
  for await (const event of createBuiltinTextModel().write(request, { signal })) all.push(event)
  return all
}

describe('ideas', () => {
  it.each(languages)('differ in intent, first line and angle, in %s', (language) => {
    for (let seed = 0; seed < 60; seed += 1) {
      const ideas = writeIdeas(ideasRequest({ seed, language }))
      expect(ideas).toHaveLength(3)
      for (const field of ['title', 'intent', 'hook', 'angle'] as const)
        expect(new Set(ideas.map((idea) => idea[field])).size).toBe(3)
    }
  })

  it.each(intents)('keep to the intent "%s" and still differ', (intent) => {
    const ideas = writeIdeas(ideasRequest({ intents: [intent] }))
    expect(ideas.map((idea) => idea.intent)).toEqual([intent, intent, intent])
    expect(new Set(ideas.map((idea) => idea.hook)).size).toBe(3)
    expect(new Set(ideas.map((idea) => idea.angle)).size).toBe(3)
  })

  it('are other ones for those who have seen the first', () => {
    const avoid: string[] = []
    for (let round = 0; round < 12; round += 1) {
      const titles = writeIdeas(ideasRequest({ avoid })).map((idea) => idea.title)
      expect(titles.filter((title) => avoid.includes(title))).toEqual([])
      avoid.push(...titles)
    }
  })

  it('do not run dry when everything has been seen', () => {
    const avoid: string[] = []
    for (let round = 0; round < 20; round += 1) {
      const ideas = writeIdeas(ideasRequest({ avoid, intents: ['sell'], direction: 'tea' }))
      expect(ideas).toHaveLength(3)
      avoid.push(...ideas.map((idea) => idea.title))
    }
  })

  it('are the same for the same seed and others for another', () => {
    expect(writeIdeas(ideasRequest({ seed: 5 }))).toEqual(writeIdeas(ideasRequest({ seed: 5 })))
    expect(writeIdeas(ideasRequest({ seed: 5 }))).not.toEqual(writeIdeas(ideasRequest({ seed: 6 })))
  })

  it.each(hooks.map((hook) => [hook.id, hook] as const))('follow the hook "%s"', (id, hook) => {
    for (const language of languages)
      for (const direction of ['', 'our new winter blend', 'We are open on Sundays'])
        for (const brandOrNone of [brand, undefined]) {
          const about = { hook, language, direction, brand: brandOrNone }
          const ideas = writeIdeas(ideasRequest({ ...about, intents: hook.intents.slice(0, 1) }))
          expect(ideas.map(({ hookId }) => hookId)).toEqual([id, id, id])
          expect(new Set(ideas.map(({ title }) => title)).size).toBe(3)
        }
  })

  it('have at least 35 first lines to choose from', () => {
    const hooks = new Set<string>()
    for (let seed = 0; seed < 400; seed += 1)
      for (const idea of writeIdeas(ideasRequest({ seed, direction: 'tea' }))) hooks.add(idea.hook)
    expect(hooks.size).toBeGreaterThanOrEqual(35)
  })
})

describe('a post', () => {
  it.each(networks)('keeps to the length and tags of %s', (network) => {
    const limits: Partial<Record<string, number>> = {
      x: 280,
      bluesky: 300,
      threads: 500,
      mastodon: 500,
      pinterest: 500,
    }
    for (let seed = 0; seed < 40; seed += 1) {
      const text = writeCopy(copyRequest({ seed, network }))
      expect([...text].length).toBeLessThanOrEqual(limits[network] ?? 2200)
      expect(text.match(/#/g)?.length ?? 0).toBeLessThanOrEqual(6)
    }
  })

  it('takes what the brand says of itself, word for word', () => {
    const text = writeCopy(copyRequest({ network: 'linkedin' }))
    expect(text).toContain('We roast single-origin coffee in small batches.')
    expect(text).toContain('people who brew at home')
    expect(text).toContain('winter blend')
  })

  it('opens with a direction that says something whole', () => {
    const direction = 'We open on Sundays from 1 December. Come for the first cup.'
    expect(writeCopy(copyRequest({ direction }))).toMatch(/^We open on Sundays from 1 December\./)
  })

  it('begins with the first line of the idea it was chosen by', () => {
    const [idea] = writeIdeas(ideasRequest())
    if (!idea) throw new Error('no idea')
    const text = writeCopy(copyRequest({ direction: '', idea }))
    expect(text.startsWith(idea.hook)).toBe(true)
  })

  it.each([
    [
      'de-AT',
      'unser Sauerteig',
      /Fragt|Schreibt|ihr|euch|Sagt|Gebt|Speichert|Erzählt|Markiert|Was |Wozu|Einverstanden/,
    ],
    ['fr', 'notre pain', /vous|vos|nous|on |À garder|Quel/i],
    ['es', 'nuestro pan', /[¿]|Pásate|Guárdalo|Pregúntanos|Cuént|Dinos|Compártelo|Etiqueta/],
    ['nl', 'ons brood', /\b(the|you|us|your|we|whether|not)\b/i],
  ])('in %s', (language, direction, words) => {
    for (let seed = 0; seed < 20; seed += 1)
      expect(writeCopy(copyRequest({ language, direction, seed, brand: undefined }))).toMatch(words)
  })

  it('never invents a figure, and leaves no slot open', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 400 })
    fc.assert(
      fc.property(
        fc.constantFrom('post', 'caption'),
        fc.constantFrom(...networks),
        fc.constantFrom(...languages),
        fc.nat(),
        text,
        (kind, network, language, seed, direction) => {
          const copy = writeCopy(copyRequest({ kind, network, language, seed, direction }))
          expect(copy.trim()).not.toBe('')
          expect([...copy].length).toBeLessThanOrEqual(2200)
          if (!/[{}]/.test(direction)) expect(copy).not.toMatch(/[{}]/)
          const figures = copy.replaceAll(/^[123]\. /gm, '').match(/\d+/g) ?? []
          for (const figure of figures) expect(direction.normalize('NFC')).toContain(figure)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('a direction that is a sentence', () => {
  const sentences = {
    en: ['We are open on Sundays', 'Our shop opens at eight', 'Join us on Friday'],
    de: [
      'Wir haben sonntags geöffnet',
      'Ab Juni beraten wir auch abends',
      'Kommt am Freitag vorbei',
    ],
    fr: ['Nous ouvrons le dimanche', 'Le studio ferme en août', 'Venez vendredi'],
    es: ['Abrimos los domingos', 'Hemos renovado la tienda', 'Ven el viernes'],
  } as const

  it.each(languages)('begins a line or follows a colon, never a word, in %s', (language) => {
    for (const direction of sentences[language])
      for (const intent of [undefined, ...intents])
        for (let seed = 0; seed < 12; seed += 1) {
          const about = { seed, direction, intent, brand: { ...brand, language } }
          const texts = [
            ...writeIdeas(ideasRequest({ ...about, intents: intent ? [intent] : [] })).flatMap(
              ({ title, hook }) => [title, hook],
            ),
            writeCopy(copyRequest(about)),
            writeCopy(copyRequest({ ...about, kind: 'caption' })),
          ]
          for (const text of texts) {
            const at = text.toLowerCase().indexOf(direction.toLowerCase())
            expect(at, text).toBeGreaterThanOrEqual(0)
            expect(text.slice(0, at), text).toMatch(/^$|: $|\u00a0: $/)
          }
        }
  })

  it('is not mixed with another language', () => {
    const text = writeCopy(copyRequest({ direction: 'Siamo aperti la domenica', network: 'x' }))
    expect(text).toBe('Siamo aperti la domenica.\n\n#HarbourCoffee')
    const german = writeCopy(copyRequest({ direction: 'Wir haben sonntags geöffnet' }))
    expect(german).not.toMatch(/roast|people|[Tt]ell|Questions/)
  })
})

describe('a brand that is asked to introduce itself', () => {
  it.each([
    ['en', 'Introduce what you do, in three sentences', /^We are Harbour Coffee\.\n\nWe roast/],
    ['de', 'Stell vor, was ihr macht', /^Wir sind Harbour Coffee\.\n\nRösterei am Hafen\./],
  ])('says what it says of itself, in %s', (language, direction, text) => {
    const description = language === 'de' ? 'Rösterei am Hafen.' : brand.description
    const own = { ...brand, language, description }
    expect(writeCopy(copyRequest({ direction, brand: own }))).toMatch(text)
  })
})

describe('the stream', () => {
  it('brings a post in small pieces and ends', async () => {
    const request = copyRequest()
    const all = await events(request)
    const deltas = all.flatMap((event) => (event.type === 'text' ? [event.delta] : []))
    expect(deltas.join('')).toBe(writeCopy(request))
    expect(deltas.length).toBeGreaterThan(5)
    expect(all.at(-1)).toEqual({ type: 'done' })
  })

  it('brings ideas one by one', async () => {
    const all = await events(ideasRequest())
    expect(all.map((event) => event.type)).toEqual(['idea', 'idea', 'idea', 'done'])
    const first = all[0]
    expect(first?.type === 'idea' && lines(first.idea).every((line) => line.length > 3)).toBe(true)
  })

  it('stops with the reason of the reader who leaves', async () => {
    const reader = new AbortController()
    const reading = async () => {
      for await (const _ of createBuiltinTextModel().write(copyRequest(), {
        signal: reader.signal,
      }))
        reader.abort(new Error('left'))
    }
    await expect(reading()).rejects.toThrow('left')
  })
})
