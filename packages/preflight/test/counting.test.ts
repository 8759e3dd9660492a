import twitter from 'twitter-text'
import { describe, expect, test } from 'vitest'
import { countText, limits, networks } from '../src/index.ts'
import { hardStrings } from './hard-strings.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const clusters = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment)

/** Looked up in Unicode's own list of emoji, where ours goes by the grammar. */
const listed = '^\\p{RGI_Emoji}$'
const isEmoji = new RegExp(listed, 'v')

/** Another way to each number than ours: what the platform has, or the network's own library. */
const independent: Readonly<Record<string, (text: string) => number>> = {
  graphemes: (text) => clusters(text).length,
  codePoints: (text) => Array.from(text).length,
  bytes: (text) => Buffer.byteLength(text, 'utf8'),
  utf16: (text) => Buffer.byteLength(text, 'utf16le') / 2,
  xWeighted: (text) => twitter.parseTweet(text).weightedLength,
  threads: (text) =>
    clusters(text).reduce(
      (sum, cluster) =>
        sum + (isEmoji.test(cluster) ? Buffer.byteLength(cluster) : Array.from(cluster).length),
      0,
    ),
  mastodon: (text) => clusters(asMastodonShortens(text)).length,
}

function asMastodonShortens(text: string): string {
  const found = twitter.extractUrlsWithIndices(text, { extractUrlsWithoutProtocol: false })
  const shortened = found.reduceRight(
    (rest, { indices: [start, end] }) => rest.slice(0, start) + 'x'.repeat(23) + rest.slice(end),
    text,
  )
  return shortened.replace(/(^|[^/\w])@(\w+)@[\w.-]+\w/g, '$1@$2')
}

test('the table is long enough to mean something', () => {
  expect(hardStrings.length).toBeGreaterThanOrEqual(60)
  expect(new Set(hardStrings.map(({ text }) => text)).size).toBe(hardStrings.length)
})

describe.each(networks)('%s', (network) => {
  const { counting } = limits[network].text

  test.each(hardStrings)('counts $name', (row) => {
    expect(countText(row.text, network)).toBe(row[counting])
  })
})

describe.each(Object.keys(independent))('the table by %s', (rule) => {
  test.each(hardStrings)('agrees on $name', (row) => {
    expect(independent[rule]?.(row.text)).toBe(row[rule as keyof typeof row])
  })
})
