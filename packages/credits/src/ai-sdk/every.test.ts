import { expect, test } from 'vitest'
import { everyByTimer } from './every.ts'

const timersThatKeepTheProcess = () =>
  process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length

test('goes off again and again until it is stopped, and does not keep the process alive', async () => {
  const before = timersThatKeepTheProcess()
  let times = 0
  await new Promise<void>((resolve) => {
    const stop = everyByTimer(1, () => {
      times += 1
      if (times < 3) return
      stop()
      resolve()
    })
    expect(timersThatKeepTheProcess()).toBe(before)
  })
  expect(times).toBe(3)
})
