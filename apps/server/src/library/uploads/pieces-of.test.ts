import { expect, it } from 'vitest'
import { piecesOf } from './pieces-of.ts'

async function* chunks(sizes: readonly number[], failure?: Error): AsyncGenerator<Uint8Array> {
  let next = 0
  for (const size of sizes) yield Uint8Array.from({ length: size }, () => next++)
  if (failure !== undefined) throw failure
}

async function taken(body: AsyncIterable<Uint8Array>) {
  const pieces: number[][] = []
  let failure: unknown
  try {
    for await (const piece of piecesOf(body, 4)) pieces.push([...piece])
  } catch (error) {
    failure = error
  }
  return { pieces, failure }
}

it('cuts what comes into pieces, whatever it comes in', async () => {
  const pieces = [[0, 1, 2, 3], [4, 5, 6, 7], [8]]
  for (const sizes of [[9], [1, 2, 6], [4, 4, 1], [0, 3, 0, 6]]) {
    expect(await taken(chunks(sizes))).toEqual({ pieces, failure: undefined })
  }
  expect((await taken(chunks([4, 4]))).pieces).toHaveLength(2)
  expect((await taken(chunks([]))).pieces).toEqual([])
})

it('gives what had come before it says that the rest will not', async () => {
  const broken = new Error('cut')
  expect(await taken(chunks([6], broken))).toEqual({
    pieces: [
      [0, 1, 2, 3],
      [4, 5],
    ],
    failure: broken,
  })
})
