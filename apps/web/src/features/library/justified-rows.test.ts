import { expect, it } from 'vitest'
import { justifiedRows, neighbourAcross } from './justified-rows.ts'

const square = { width: 100, height: 100 }
const options = { width: 640, rowHeight: 200, gap: 10 }

it('fills each row but the last, which keeps the height aimed at', () => {
  const rows = justifiedRows(Array(5).fill(square), options)
  expect(rows.map(({ cells }) => cells.length)).toEqual([4, 1])
  const [full, rest] = rows
  const last = full?.cells.at(-1)
  expect((last?.left ?? 0) + (last?.width ?? 0)).toBeCloseTo(640)
  expect(full?.height).toBeLessThanOrEqual(200)
  expect(rest).toMatchObject({ height: 200, top: (full?.height ?? 0) + 10 })
})

it('shows each picture once, in order, whatever its shape', () => {
  const shapes = Array.from({ length: 300 }, (_, index) => ({
    width: 50 + ((index * 7919) % 4000),
    height: 50 + ((index * 104_729) % 4000),
  }))
  const rows = justifiedRows(shapes, options)
  expect(rows.flatMap(({ cells }) => cells.map(({ index }) => index))).toEqual(
    shapes.map((_, index) => index),
  )
  for (const { height } of rows) expect(height).toBeGreaterThan(60)
})

it('goes up and down to the nearest, and not past the edge', () => {
  const rows = justifiedRows(Array(9).fill(square), options)
  expect(neighbourAcross(rows, 1, 1)).toBe(5)
  expect(neighbourAcross(rows, 7, 1)).toBe(8)
  expect(neighbourAcross(rows, 8, -1)).toBe(4)
  expect(neighbourAcross(rows, 2, -1)).toBeUndefined()
  expect(neighbourAcross(rows, 8, 1)).toBeUndefined()
})
