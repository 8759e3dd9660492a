import { expect, it } from 'vitest'
import { fillsFrame } from './fills-frame.ts'

const square = { width: 224, height: 224 }
const wide = { width: 600, height: 200 }

it('lets photographs fill their frame', () => {
  expect(fillsFrame({ width: 4000, height: 3000 }, square)).toBe(true)
  expect(fillsFrame({ width: 1080, height: 1920 }, square)).toBe(true)
  expect(fillsFrame({ width: 300, height: 200 }, square)).toBe(true)
})

it('shows whole what is much wider or taller than its frame', () => {
  expect(fillsFrame({ width: 600, height: 80 }, square)).toBe(false)
  expect(fillsFrame({ width: 80, height: 600 }, square)).toBe(false)
  expect(fillsFrame({ width: 600, height: 80 }, wide)).toBe(false)
  expect(fillsFrame({ width: 1500, height: 300 }, wide)).toBe(false)
})

it('enlarges no tiny picture', () => {
  expect(fillsFrame({ width: 40, height: 40 }, square)).toBe(false)
  expect(fillsFrame({ width: 80, height: 60 }, { width: 266, height: 200 })).toBe(false)
})
