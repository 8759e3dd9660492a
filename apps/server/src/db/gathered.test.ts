import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Gathered } from './gathered.ts'

/** Answers each number with its double, and keeps which were done together. */
function doubling(options: { readonly fails?: number; readonly ms?: number } = {}) {
  const batches: number[][] = []
  const gathered = new Gathered<number, number>({
    together: async (numbers) => {
      batches.push([...numbers])
      await pause(options.ms ?? 5)
      if (options.fails !== undefined && numbers.includes(options.fails)) throw new Error('No.')
      return numbers.map((number) => number * 2)
    },
    nameOf: (number) => String(number % 10),
    most: 3,
  })
  return { gathered, batches }
}

describe('what is asked for at once', () => {
  it('is done together, and each has its own answer', async () => {
    const { gathered, batches } = doubling()
    const answers = await Promise.all([1, 2, 3, 4, 5].map((number) => gathered.ask(number)))
    expect(answers).toEqual([2, 4, 6, 8, 10])
    expect(batches).toEqual([
      [1, 2, 3],
      [4, 5],
    ])
  })

  it('is done one after another where it is about the same', async () => {
    const { gathered, batches } = doubling()
    expect(await Promise.all([1, 11, 2, 21].map((number) => gathered.ask(number)))).toEqual([
      2, 22, 4, 42,
    ])
    expect(batches).toEqual([[1, 2], [11], [21]])
  })

  it('is tried one by one where it failed together', async () => {
    const { gathered } = doubling({ fails: 2 })
    const outcomes = await Promise.allSettled([1, 2, 3].map((number) => gathered.ask(number)))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await gathered.ask(4)).toBe(8)
  })

  it('does not wait for what takes for ever', async () => {
    let first = true
    const gathered = new Gathered<number, number>({
      together: async (numbers) => {
        if (first) {
          first = false
          await new Promise(() => undefined)
        }
        return numbers
      },
      most: 10,
    })
    void gathered.ask(1)
    await pause(1)
    expect(await gathered.ask(2)).toBe(2)
  })
})
