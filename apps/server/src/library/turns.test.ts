import { expect, it } from 'vitest'
import { Turns } from './turns.ts'

it('lets no more than so many work at once, in the order they came', async () => {
  const turns = new Turns(2)
  const order: number[] = []
  let working = 0
  let most = 0
  const work = (n: number) => async () => {
    working += 1
    most = Math.max(most, working)
    await new Promise((resolve) => setImmediate(resolve))
    order.push(n)
    working -= 1
    if (n === 1) throw new Error('broken')
  }
  await Promise.allSettled([0, 1, 2, 3, 4].map((n) => turns.take(work(n))))
  expect(most).toBe(2)
  expect(order).toEqual([0, 1, 2, 3, 4])
  await expect(turns.take(async () => 'free')).resolves.toBe('free')
})
