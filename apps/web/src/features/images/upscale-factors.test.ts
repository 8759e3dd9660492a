import { expect, it } from 'vitest'
import { upscaleFactors } from './upscale-factors.ts'

it.each([
  [1024, 1024, [2, 4]],
  [2048, 2048, [2]],
  [4096, 4096, []],
])('%i × %i', (width, height, factors) => {
  expect(upscaleFactors(width, height)).toEqual(factors)
})
