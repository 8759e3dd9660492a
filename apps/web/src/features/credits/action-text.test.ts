import { expect, it } from 'vitest'
import { actionText } from './action-text.ts'

it.each([
  [actionText('image.pro'), 'Pro image'],
  [actionText('image.standard', 3), '3 standard images'],
  [actionText('image.pro', 1, 'edit'), 'Edit · pro'],
  [actionText('image.standard', 4, 'variation'), '4 variations · standard'],
  [actionText('image.standard', 1, 'background'), 'New background · standard'],
  [actionText('image.upscale', 1, 'upscale'), 'Upscaling'],
  [actionText('image.of.the.future'), 'image.of.the.future'],
])('“%s”', (text, expected) => {
  expect(text).toBe(expected)
})
