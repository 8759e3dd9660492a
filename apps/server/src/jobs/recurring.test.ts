import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Recurring } from './recurring.ts'

const log = pino({ level: 'silent' })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('runs at once, at its interval, and sooner when woken; wakings in between are one', async () => {
  let runs = 0
  const task = async () => {
    runs += 1
  }
  const recurring = new Recurring({ name: 'it', task, everyMs: 1000, restMs: 100, log })
  recurring.wake()
  expect(runs).toBe(0)
  recurring.start()
  expect(runs).toBe(1)
  for (let times = 0; times < 5; times += 1) recurring.wake()
  await vi.advanceTimersByTimeAsync(99)
  expect(runs).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(runs).toBe(2)
  await vi.advanceTimersByTimeAsync(900)
  expect(runs).toBe(3)
  await recurring.stop()
  recurring.wake()
  await vi.advanceTimersByTimeAsync(5000)
  expect(runs).toBe(3)
})

test('never runs twice at once, goes on after a failure, and is waited for when stopped', async () => {
  let running = 0
  let most = 0
  let ended = 0
  const task = async () => {
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setTimeout(resolve, 2500))
    running -= 1
    ended += 1
    throw new Error('it failed')
  }
  const recurring = new Recurring({ name: 'it', task, everyMs: 1000, log })
  recurring.start()
  await vi.advanceTimersByTimeAsync(6000)
  expect(most).toBe(1)
  expect(ended).toBe(2)
  const stopped = recurring.stop()
  await vi.advanceTimersByTimeAsync(2500)
  await stopped
  expect(ended).toBe(3)
})
