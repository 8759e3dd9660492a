import { describe, expect, it } from 'vitest'
import { passagesOf } from './passages.ts'

describe('passagesOf', () => {
  it('keeps short paragraphs together and long ones apart at their sentences', () => {
    expect(passagesOf('One.\n\nTwo.\n\nThree.')).toEqual(['One.\nTwo.\nThree.'])
    const long = 'We bake before sunrise, every day of the year. '.repeat(40).trim()
    const passages = passagesOf(`Begin.\n\n${long}`)
    expect(passages.length).toBeGreaterThan(2)
    for (const passage of passages) expect(passage.length).toBeLessThanOrEqual(700)
    expect(passages.join(' ').replace(/\s+/g, ' ')).toBe(`Begin. ${long}`)
  })

  it('cuts text without a sentence end between characters', () => {
    const passages = passagesOf('🍞'.repeat(2000))
    expect(passages.join('').replaceAll('\n', '')).toBe('🍞'.repeat(2000))
  })

  it('ends at a bound however long the text is', () => {
    expect(passagesOf('Ein Satz mit ein paar Worten.\n\n'.repeat(40_000))).toHaveLength(1000)
    expect(passagesOf(' \n\n ')).toEqual([])
  })
})
