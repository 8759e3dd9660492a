import { expect, test } from 'vitest'
import { sourceOf } from '../../src/library/videos/byte-source.ts'
import { inspectVideoApart } from '../../src/library/videos/inspect-apart.ts'
import { video } from './videos.ts'

test('a video that makes its reader count for ever is refused, and nobody waits for it', async () => {
  const file = video('bread.mp4')
  // So many samples in each chunk.
  file.writeUInt32BE(0xff000005, file.indexOf('stsc') + 16)
  let turns = 0
  const others = setInterval(() => {
    turns += 1
  }, 10)
  const inspected = await inspectVideoApart(sourceOf(file), 'video/mp4', 5000)
  clearInterval(others)
  expect(inspected).toMatchObject({ ok: false, detail: expect.stringContaining('damaged') })
  expect(turns).toBeGreaterThan(10)
})

test('what the storage cannot give is not the fault of the video', async () => {
  const broken = { bytes: 1000, read: () => Promise.reject(new Error('The disk is gone.')) }
  await expect(inspectVideoApart(broken, 'video/mp4', 20_000)).rejects.toThrow('The disk is gone.')
})
