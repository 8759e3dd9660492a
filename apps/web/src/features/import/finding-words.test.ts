import { brandFields, type Finding, type WebsiteImport } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import {
  chargeText,
  confidenceText,
  fieldLabels,
  isReviewed,
  pageText,
  sourceText,
  sweepOf,
} from './finding-words.ts'

function finding(comparison: Finding['comparison'], decision: Finding['decision']): Finding {
  return {
    field: 'name',
    value: 'Harbour',
    current: null,
    confidence: 1,
    evidence: [],
    comparison,
    decision,
  }
}

function read(...findings: Finding[]): WebsiteImport {
  return { findings } as unknown as WebsiteImport
}

describe('the words of a review', () => {
  it('says in plain words where on a page something was found', () => {
    expect(sourceText('h2')).toBe('heading')
    expect(sourceText('html lang')).toBe('stated language')
    expect(sourceText('primary: css .btn')).toBe('primary: style of .btn')
    expect(sourceText('first paragraph')).toBe('first paragraph')
  })

  it('names every field of a brand', () => {
    expect(Object.keys(fieldLabels)).toEqual([...brandFields])
  })

  it('sweeps what is undecided, and never what was written by hand', () => {
    const all = read(
      finding('new', null),
      finding('hand_edited', null),
      finding('differs', 'dismissed'),
      finding('same', null),
    )
    expect(sweepOf(all).map((one) => one.comparison)).toEqual(['new', 'same'])
  })

  it('is reviewed when everything is decided', () => {
    expect(isReviewed(read(finding('new', 'accepted'), finding('new', null)))).toBe(false)
    expect(isReviewed(read(finding('new', 'accepted'), finding('new', 'dismissed')))).toBe(true)
  })

  it('says confidence, pages and charges as words', () => {
    expect([0.95, 0.5, 0.2].map(confidenceText)).toEqual([
      'Clearly stated',
      'Likely',
      'A guess, look closely',
    ])
    expect(pageText('https://www.harbour.example/caf%C3%A9/')).toBe('harbour.example/café')
    expect(pageText('not an address')).toBe('not an address')
    expect(chargeText({ spent: 0 })).toBe('Nothing was charged.')
    expect(chargeText({ spent: 15 })).toBe('15 credits were charged.')
  })
})
