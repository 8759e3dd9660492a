import { describe, expect, it } from 'vitest'
import { aBrand } from '../../../test/brands/a-brand.ts'
import { avoidedPhrases } from './avoided-phrases.ts'

const phrases = (identity: string) =>
  avoidedPhrases(aBrand({ identity })).map(({ phrase, instead }) =>
    instead === '' ? phrase : `${phrase} → ${instead}`,
  )

describe('avoidedPhrases', () => {
  it.each([
    ['Don’t say: cheap, guys', ['cheap', 'guys']],
    ["- Don't say: cheap or guys.", ['cheap', 'guys']],
    ['Never use the word: “synergy”', ['synergy']],
    ['Avoid: hot deals; last chance', ['hot deals', 'last chance']],
    ['## Don’t\n- Say “folks”\n- Talk down to people', ['folks']],
    ['## Don’t\n- Words: bargain, steal', ['bargain', 'steal']],
    ['## Do\n- Say “neighbours”', []],
    ['Say “guests” instead of “customers”', ['customers → guests']],
    ['- Use neighbours, not customers', ['customers → neighbours']],
    ['## Don’t say\n- customers → guests', ['customers → guests']],
    ['## Was wir nicht sagen\n- Wörter: billig, Schnäppchen', ['billig', 'Schnäppchen']],
    ['Ne pas dire : pas cher, promo', ['pas cher', 'promo']],
    ['## No decir\n- “barato”', ['barato']],
    ['We never say no to a walk in the park on a Sunday morning.', []],
    ['# Don’t\n\nA long paragraph about why: we think that nobody likes to be shouted at.', []],
    ['Don’t say: ', []],
  ])('%j', (identity, found) => {
    expect(phrases(identity)).toEqual(found)
  })

  it('takes a word once, from the list before the document', () => {
    const brand = aBrand({
      identity: 'Don’t say: Cheap',
      avoidedWords: [{ word: 'cheap', instead: 'fair' }],
    })
    expect(avoidedPhrases(brand)).toEqual([
      { phrase: 'cheap', instead: 'fair', why: 'Words to avoid: “cheap”, say “fair”' },
    ])
  })
})
