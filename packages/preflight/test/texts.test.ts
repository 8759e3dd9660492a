import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findLinks } from '../src/entities/find-links.ts'
import { limits, type Network, networks, splitText, textRoom, trimText } from '../src/index.ts'
import { hardStrings } from './hard-strings.ts'

const noMedia = { type: 'text', media: [] } as const
const roomOf = (network: Network) => textRoom(limits[network], noMedia)

/** A small room that counts as the network does, so that short texts have to be cut. */
function smallRoom(network: Network, max: number) {
  const { count } = roomOf(network)
  return { max, count, fits: (text: string) => count(text) <= max }
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const clusters = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment)

describe('trimming', () => {
  const room = smallRoom('linkedin', 40)

  test('leaves alone what fits', () => {
    expect(trimText('Short enough.', room)).toBe('Short enough.')
  })

  test('ends after a sentence where that uses most of the room', () => {
    const text = 'One sentence that takes some room. And another one that does not fit.'
    expect(trimText(text, room)).toBe('One sentence that takes some room.')
  })

  test('ends after a word with an ellipsis else, and without a loose comma', () => {
    expect(trimText('A. These words, all of them, go on, and on and on and on.', room)).toBe(
      'A. These words, all of them, go on, and…',
    )
    expect(trimText('These words, all of them, go on for it, and on and on.', room)).toBe(
      'These words, all of them, go on for it…',
    )
  })

  test('takes a link whole or not at all', () => {
    const text = 'Read all about it at https://example.com/a-long-address and tell us.'
    expect(trimText(text, room)).toBe('Read all about it at…')
  })

  test('cuts between characters where there are no words', () => {
    expect(trimText('x'.repeat(60), room)).toBe(`${'x'.repeat(39)}…`)
    const family = '👨‍👩‍👧‍👦'
    expect(trimText(family.repeat(10), room)).toBe(`${family.repeat(3)}…`)
  })

  test('parts Chinese anywhere but before a sign', () => {
    const text = '我们今天发布新功能，让每个人都能更快地写出更好的内容。'.repeat(3)
    const trimmed = trimText(text, smallRoom('linkedin', 41))
    expect(trimmed).toBe(
      '我们今天发布新功能，让每个人都能更快地写出更好的内容。我们今天发布新功能，让每个…',
    )
  })

  test('50,000 characters do not hang', () => {
    for (const network of networks) {
      const paste = 'Ein längerer Satz über Äpfel 🍏 und https://example.com. '.repeat(900)
      expect(roomOf(network).fits(trimText(paste.slice(0, 50_000), roomOf(network)))).toBe(true)
    }
  })
})

describe('splitting', () => {
  const room = smallRoom('bluesky', 30)

  test('prefers paragraphs, then sentences, then words', () => {
    const text = 'First paragraph is here.\n\nSecond one. It goes on and on and on.'
    expect(splitText(text, room)).toEqual([
      'First paragraph is here.',
      'Second one. It goes on and on',
      'and on.',
    ])
  })

  test('numbers within the room', () => {
    const parts = splitText('Some words that have to go into several parts.', room, {
      numbered: true,
    })
    expect(parts).toEqual(['Some words that have to go 1/2', 'into several parts. 2/2'])
    expect(parts.every(room.fits)).toBe(true)
  })

  test('makes room for more digits once there are ten parts', () => {
    const parts = splitText('word '.repeat(70), room, { numbered: true })
    expect(parts.length).toBeGreaterThan(9)
    expect(parts.at(-1)).toMatch(new RegExp(` ${parts.length}/${parts.length}$`))
    expect(parts.every(room.fits)).toBe(true)
  })

  test('a text that fits is one part, without a number', () => {
    expect(splitText('All of it fits.', room, { numbered: true })).toEqual(['All of it fits.'])
  })

  test('50,000 characters do not hang', () => {
    const paste = 'A sentence of a long report, with a link to https://example.com in it. '
    for (const text of [paste.repeat(700), '漢字'.repeat(25_000), 'x'.repeat(50_000)]) {
      const parts = splitText(text, roomOf('x'), { numbered: true })
      expect(parts.every(roomOf('x').fits)).toBe(true)
    }
  })
})

const pieces = fc.constantFrom(
  ...hardStrings.map(({ text }) => text).filter((text) => text.trim() !== '' && text.length < 60),
  ...['a word', 'Ein Satz.', 'paragraph\n\n', 'https://example.com/path?x=1'],
)
const texts = fc
  .array(fc.tuple(pieces, fc.constantFrom(' ', '\n', '. ')), { minLength: 1, maxLength: 25 })
  .map((parts) => parts.flat().join(''))
const threaded = networks.filter((network) => limits[network].thread !== null)

test('every part fits, and nothing is lost or cut in two', () => {
  fc.assert(
    fc.property(
      texts,
      fc.constantFrom(...threaded),
      fc.integer({ min: 90, max: 200 }),
      (text, network, max) => {
        const room = smallRoom(network, max)
        const parts = splitText(text, room)
        expect(parts.every((part) => room.fits(part) && part !== '')).toBe(true)
        const joined = parts.join('').replace(/\s/gu, '')
        expect(joined).toBe(text.replace(/\s/gu, ''))
        const whole = new Set(findLinks(text).map(({ start, end }) => text.slice(start, end)))
        const kept = parts.join('\n')
        for (const link of whole) expect(kept).toContain(link)
        const written = new Set(clusters(text))
        for (const cluster of parts.flatMap(clusters)) expect(written).toContain(cluster)
      },
    ),
    { numRuns: 300 },
  )
})

test('what is trimmed fits, and is the beginning of what it was', () => {
  fc.assert(
    fc.property(
      texts,
      fc.constantFrom(...networks),
      fc.integer({ min: 30, max: 200 }),
      (text, network, max) => {
        const room = smallRoom(network, max)
        const trimmed = trimText(text, room)
        expect(room.fits(trimmed)).toBe(true)
        expect(text.startsWith(trimmed.replace(/…$/u, ''))).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})
