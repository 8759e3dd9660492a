import type { Brand } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import { foundBrands } from './found-brands.ts'

const brand = (name: string, pinned = false) => ({ id: name, name, pinned, website: null }) as Brand
const brands = [brand('Hearth'), brand('Café Ölmühle'), brand('Ada', true)]
const names = (sought: string) => foundBrands(brands, sought).map(({ name }) => name)

describe('foundBrands', () => {
  it.each([
    ['', ['Ada', 'Hearth', 'Café Ölmühle']],
    ['cafe ol', ['Café Ölmühle']],
    [' HEA ', ['Hearth']],
    ['x', []],
  ])('%j', (sought, found) => {
    expect(names(sought)).toEqual(found)
  })
})
