import { describe, expect, it } from 'vitest'
import { aBrand } from '../../test/brands/a-brand.ts'
import type { DecidedFinding } from './import-decisions.ts'
import { keptOrigins, mergedFinding } from './merged-finding.ts'

const decided = (merge: boolean, value: string[]): DecidedFinding => ({
  decision: { field: 'themes', accept: true, merge },
  finding: { field: 'themes', value, confidence: 1, evidence: [] },
})

describe('mergedFinding', () => {
  it('puts what is new after what is there, whatever the case', () => {
    const brand = aBrand({ themes: ['Rye', 'Oats'] })
    expect(mergedFinding(brand, decided(true, ['rye', 'Spelt'])).value).toEqual([
      'Rye',
      'Oats',
      'Spelt',
    ])
    expect(mergedFinding(brand, decided(false, ['rye', 'Spelt'])).value).toEqual(['rye', 'Spelt'])
  })

  it('stays within the bounds of a list', () => {
    const many = Array.from({ length: 12 }, (_, n) => `theme ${n}`)
    expect(mergedFinding(aBrand({ themes: many }), decided(true, ['Rye'])).value).toEqual(many)
  })
})

describe('keptOrigins', () => {
  it('leaves a list of a person to that person', () => {
    const brand = aBrand({ themes: ['Rye'], origins: { themes: 'hand' } })
    expect(keptOrigins(brand, [decided(true, ['Oats'])])).toEqual({ themes: 'hand' })
    expect(keptOrigins(brand, [decided(false, ['Oats'])])).toEqual({})
    expect(keptOrigins(aBrand(), [decided(true, ['Oats'])])).toEqual({})
  })
})
