import { describe, expect, it } from 'vitest'
import { listDifference } from './list-difference.ts'

describe('listDifference', () => {
  it('tells what stays, comes and goes, whatever the case', () => {
    expect(listDifference(['Rye', 'Oats'], ['rye ', 'Spelt'])).toEqual({
      kept: ['Rye'],
      added: ['Spelt'],
      removed: ['Oats'],
    })
  })

  it('is all added where there was nothing', () => {
    expect(listDifference([], ['Rye'])).toEqual({ kept: [], added: ['Rye'], removed: [] })
  })
})
