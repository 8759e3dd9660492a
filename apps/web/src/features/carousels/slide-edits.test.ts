import { expect, it } from 'vitest'
import { inserted, moved, newSlide, rewritten, stepOf } from './slide-edits.ts'

const slides = ['cover', 'step', 'step', 'close'].map((role) => newSlide({ role, heading: role }))
const roles = (given: readonly { readonly role: string }[]) => given.map(({ role }) => role)

it('moves a slide there and back', () => {
  const there = moved(slides, 0, 2)
  expect(roles(there)).toEqual(['step', 'step', 'cover', 'close'])
  expect(moved(there, 2, 0)).toEqual(slides)
  expect(moved(slides, 9, 0)).toBe(slides)
})

it('puts a slide where it was asked for, with an id of its own', () => {
  const again = inserted(slides, 1, newSlide(slides[0]))
  expect(roles(again)).toEqual(['cover', 'cover', 'step', 'step', 'close'])
  expect(new Set(again.map(({ id }) => id)).size).toBe(5)
})

it('counts steps among steps', () => {
  expect([1, 2].map((at) => stepOf(slides, at))).toEqual([1, 2])
})

it('keeps pictures and ids when all is written anew', () => {
  const [first] = slides
  if (first === undefined) throw new Error('no slide')
  const pictured = [{ ...first, backgroundId: 'a' }, ...slides.slice(1)]
  const texts = slides.map(({ role }) => ({ role, heading: `New ${role}`, body: 'x'.repeat(2000) }))
  const anew = rewritten(pictured, texts)
  expect(anew.map(({ id }) => id)).toEqual(slides.map(({ id }) => id))
  expect(anew[0]).toMatchObject({ backgroundId: 'a', heading: 'New cover' })
  expect(anew[0]?.body).toHaveLength(1200)
})
