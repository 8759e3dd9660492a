import { expect, it } from 'vitest'
import { cropShapes, largest, moved, resized } from './crop-region.ts'

const wide = 2

it('begins with the largest part of a shape, around the middle', () => {
  expect(largest(wide, undefined)).toEqual({ x: 0, y: 0, width: 1, height: 1 })
  expect(largest(wide, 1)).toEqual({ x: 0.25, y: 0, width: 0.5, height: 1 })
  expect(largest(wide, 4)).toEqual({ x: 0, y: 0.25, width: 1, height: 0.5 })
})

it('moves to the edge and not past it', () => {
  const region = largest(wide, 1)
  expect(moved(region, 9, 9)).toEqual({ ...region, x: 0.5, y: 0 })
  expect(moved(region, -9, 0).x).toBe(0)
})

it('keeps its shape when it has one, and stays within the picture whatever is asked', () => {
  for (const { ratio } of cropShapes) {
    let region = moved(largest(wide, ratio), 0.1, 0.1)
    for (const [across, down] of [
      [-0.2, 0],
      [0.9, 0.1],
      [0, -0.7],
      [-9, -9],
      [9, 9],
    ] as const) {
      region = resized(region, across, down, wide, ratio)
      expect(region.x + region.width).toBeLessThanOrEqual(1 + 1e-9)
      expect(region.y + region.height).toBeLessThanOrEqual(1 + 1e-9)
      expect(Math.min(region.width, region.height)).toBeGreaterThan(0)
      if (ratio !== undefined) expect((region.width * wide) / region.height).toBeCloseTo(ratio, 6)
    }
  }
})
