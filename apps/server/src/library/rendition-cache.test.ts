import { expect, it } from 'vitest'
import { RenditionCache } from './rendition-cache.ts'

const picture = (size: number) => ({ bytes: new Uint8Array(size) })

function counting(size: number) {
  const renders = { count: 0 }
  const render = async () => {
    renders.count += 1
    return picture(size)
  }
  return { renders, render }
}

it('renders once for many who ask at once', async () => {
  const cache = new RenditionCache(100)
  const { renders, render } = counting(10)
  await Promise.all([cache.get('a', render), cache.get('a', render), cache.get('a', render)])
  expect(renders.count).toBe(1)
})

it('forgets what was used least recently when it is full', async () => {
  const cache = new RenditionCache(30)
  const { renders, render } = counting(10)
  for (const key of ['a', 'b', 'c', 'a', 'd']) await cache.get(key, render)
  expect(renders.count).toBe(4)
  await cache.get('a', render)
  expect(renders.count).toBe(4)
  await cache.get('b', render)
  expect(renders.count).toBe(5)
})

it('does not keep what is larger than the whole cache', async () => {
  const cache = new RenditionCache(5)
  const { renders, render } = counting(10)
  await cache.get('a', render)
  await cache.get('a', render)
  expect(renders.count).toBe(2)
})

it('tries again after a failure', async () => {
  const cache = new RenditionCache(100)
  await expect(cache.get('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await expect(cache.get('a', async () => picture(1))).resolves.toEqual(picture(1))
})
