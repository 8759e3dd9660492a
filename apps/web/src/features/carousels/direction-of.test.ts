import { expect, it } from 'vitest'
import { directionMax, directionOf } from './direction-of.ts'

it('is the title and the text, each once', () => {
  expect(directionOf({ title: 'Bread', body: 'It is round.' })).toBe('Bread\n\nIt is round.')
  expect(directionOf({ title: 'Bread', body: 'Bread is round.' })).toBe('Bread is round.')
  expect(directionOf({ title: '', body: ' It is round. ' })).toBe('It is round.')
})

it('is as long as may be asked for', () => {
  expect(directionOf({ title: '', body: 'a'.repeat(3000) })).toHaveLength(directionMax)
})
