import { expect, it } from 'vitest'
import { carouselFileName } from './exported.ts'

it.each([
  ['Five breads: a start', 'five-breads-a-start'],
  ['A"\r\nX-Evil: 1/../..', 'a-x-evil-1'],
  [`a${'𠀀'.repeat(50)}`, `a${'𠀀'.repeat(29)}`],
  ['مرحبا بكم', 'مرحبا-بكم'],
  ['…', 'carousel'],
])('%j becomes the file name %j', (title, expected) => {
  expect(carouselFileName(title)).toBe(expected)
})
