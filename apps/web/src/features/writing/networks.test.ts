import { intents, networks } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import { intentNames, networkFacts, networkNames } from './networks.ts'

describe('counting as each network counts', () => {
  it('knows every network and intent of the contract', () => {
    expect([...networkNames]).toEqual([...networks])
    expect([...intentNames]).toEqual([...intents])
  })

  it('counts a link on X as 23 whatever its length', () => {
    const long = `https://example.org/${'a'.repeat(200)}`
    expect(networkFacts.x.count(`Read ${long} now`)).toBe('Read  now'.length + 23)
    expect(networkFacts.x.count('https://a.io')).toBe(23)
  })

  it('counts emoji and Chinese on X as two, accents and Arabic as one', () => {
    expect(networkFacts.x.count('👩‍👩‍👧')).toBe(2)
    expect(networkFacts.x.count('🇬🇧')).toBe(2)
    expect(networkFacts.x.count('你好')).toBe(4)
    expect(networkFacts.x.count('café')).toBe(4)
    expect(networkFacts.x.count('مرحبا')).toBe(5)
  })

  it('counts what a reader sees as one character as one on Bluesky', () => {
    expect(networkFacts.bluesky.count('a👩‍👩‍👧e\u0301')).toBe(3)
  })
})
