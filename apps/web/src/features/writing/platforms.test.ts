import { intents, platforms } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import { intentNames, platformFacts, platformNames } from './platforms.ts'

describe('counting as each network counts', () => {
  it('knows every platform and intent of the contract', () => {
    expect([...platformNames]).toEqual([...platforms])
    expect([...intentNames]).toEqual([...intents])
  })

  it('counts a link on X as 23 whatever its length', () => {
    const long = `https://example.org/${'a'.repeat(200)}`
    expect(platformFacts.x.count(`Read ${long} now`)).toBe('Read  now'.length + 23)
    expect(platformFacts.x.count('https://a.io')).toBe(23)
  })

  it('counts emoji and Chinese on X as two, accents and Arabic as one', () => {
    expect(platformFacts.x.count('👩‍👩‍👧')).toBe(2)
    expect(platformFacts.x.count('🇬🇧')).toBe(2)
    expect(platformFacts.x.count('你好')).toBe(4)
    expect(platformFacts.x.count('café')).toBe(4)
    expect(platformFacts.x.count('مرحبا')).toBe(5)
  })

  it('counts what a reader sees as one character as one on Bluesky', () => {
    expect(platformFacts.bluesky.count('a👩‍👩‍👧e\u0301')).toBe(3)
  })
})
