import fc from 'fast-check'
import twitter from 'twitter-text'
import { expect, test } from 'vitest'
import { countText, findEntities } from '../src/index.ts'

/**
 * Pieces that texts are made of. Left out is what the reference does by accident of its pattern: it
 * swallows an accented letter that opens the text before a bare domain, and gives up at `..`. Emoji
 * newer than its list of 2018 it counts by their parts.
 */
const pieces = fc.constantFrom(
  ...[
    'example.com',
    'https://example.com',
    'http://a.co/b?c=d',
    'www.bbc.co.uk/news',
    'x.com/path',
  ],
  ...[
    '(example.com)',
    'https://en.wikipedia.org/wiki/Rust_(x)',
    'https://en.wikipedia.org/wiki/Rust_(x',
  ],
  ...[
    '日本語',
    '日本語example.com',
    'https://例子.中国',
    '例子.中国很大',
    'пример.рф',
    'https://пример.рф/путь',
  ],
  ...[
    'foo_bar.com',
    '-example.com',
    '_x.com',
    'a-.com',
    'a.-b.com',
    'node.js',
    'e.g.',
    '3.14',
    'com.',
  ],
  ...['https://t.co/abc123', 'https://t.co/abc-def', 'ftp://x.com', 'https://', 'http://localhost'],
  ...['http://1.2.3.4', 'example.com:8080/x', 'https://example.com/?', 'https://example.com/a.'],
  ...['@ann', '#tag', '$AAPL', '$x.com', '/x.com', '~x.com', 'a@b.com', 'xn--80ak6aa92e.com'],
  ...['EXAMPLE.COM', 'ＡＢ', '한국', 'שלום', 'مرحبا', '\u200d', '\u202b', '“', '—', '…'],
  ...['❤️', '❤', '👨‍👩‍👧‍👦', '🇩🇪', '1️⃣', '#️⃣', '©', '©️', '👍🏽', '‼️', '👩‍❤️‍👨', 'e\u0301t\u00e9'],
)
const texts = fc
  .array(fc.tuple(pieces, fc.constantFrom(' ', '\n', ', ', '. ')), { maxLength: 12 })
  .map((parts) => `• ${parts.flat().join('')}`)

test('counts as the library of X does', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(countText(text, 'x')).toBe(twitter.parseTweet(text).weightedLength)
    }),
    { numRuns: 2_000 },
  )
})

test('finds the links that the library of X finds', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const ours = findEntities(text).filter(({ kind }) => kind === 'link')
      expect(ours.map(({ start, end }) => [start, end])).toEqual(
        twitter.extractUrlsWithIndices(text).map(({ indices }) => [...indices]),
      )
    }),
    { numRuns: 2_000 },
  )
})

test('any text is counted, halves of pairs and all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const length = countText(text, 'x')
      expect(Number.isInteger(length) && length >= 0).toBe(true)
    }),
  )
})
