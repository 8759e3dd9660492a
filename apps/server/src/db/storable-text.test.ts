import { expect, it } from 'vitest'
import { storableJson, storableText } from './storable-text.ts'

it('drops what PostgreSQL refuses and leaves the rest', () => {
  expect(storableText('a\0b 🍞 \ud83c c')).toBe('ab 🍞 \ufffd c')
  expect(storableJson({ a: ['x\0'], n: 1 })).toEqual({ a: ['x'], n: 1 })
})
