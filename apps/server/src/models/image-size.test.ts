import { expect, it } from 'vitest'
import { imageSize } from './image-size.ts'

it.each([
  ['square', 'standard', 1024, 1024],
  ['portrait', 'standard', 819, 1024],
  ['landscape', 'standard', 1024, 576],
  ['square', 'pro', 2048, 2048],
  ['portrait', 'pro', 1638, 2048],
  ['landscape', 'pro', 2048, 1152],
] as const)('%s %s is %i by %i', (aspect, tier, width, height) => {
  expect(imageSize(aspect, tier)).toEqual({ width, height })
})
