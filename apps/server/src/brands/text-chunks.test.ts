import { describe, expect, it } from 'vitest'
import { chunksOf } from './text-chunks.ts'

describe('chunksOf', () => {
  it.each([
    ['prose', 'We bake before sunrise, every day of the year. '.repeat(500)],
    ['lines', '- one\n- two\n'.repeat(500)],
    ['one long word', 'x'.repeat(5000)],
    ['characters outside the first plane', '🍞👩‍🍳'.repeat(900)],
    ['nothing', ''],
  ])('covers %s without a gap, in short pieces', (_, text) => {
    const chunks = chunksOf(text)
    expect(chunks.map((chunk) => chunk.text).join('')).toBe(text)
    for (const { text: piece, start } of chunks) {
      expect(text.slice(start, start + piece.length)).toBe(piece)
      expect([...piece].length).toBeLessThanOrEqual(1000)
    }
  })

  it('cuts where a sentence ends', () => {
    const text = 'We bake before sunrise, every day of the year. '.repeat(50)
    for (const chunk of chunksOf(text)) expect(chunk.text).toMatch(/^We.*year\. $/)
  })
})
