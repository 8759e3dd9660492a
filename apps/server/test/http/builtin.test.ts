import type { Brand, Credits } from '@rheos/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { aPress, draw, imageRequest, jsonOf, refused } from './asking.ts'

let studio: TestStudio
let person: SignedUp
let brand: Brand

beforeAll(async () => {
  studio = await startStudio()
  person = await studio.signUp()
  brand = await jsonOf<Brand>(
    person.client.post(`${person.workspace}/brands`, { name: 'Hearth & Crumb' }),
    201,
  )
})
afterAll(() => studio.close())

test('without a key four images of a brand are drawn, each another one, in its size', async () => {
  const generation = await draw(person, { count: 4, aspect: 'landscape', brandId: brand.id })
  expect(generation).toMatchObject({ status: 'succeeded', credits: { spent: 20 } })
  const pictures = await Promise.all(
    generation.assets.map(async ({ url }) => {
      const answer = await person.client.get(url)
      return Buffer.from(await answer.arrayBuffer())
    }),
  )
  for (const picture of pictures) {
    expect(await sharp(picture).metadata()).toMatchObject({ width: 1024, height: 576 })
  }
  expect(new Set(pictures.map((picture) => picture.toString('base64'))).size).toBe(4)
  for (const { made, alt } of generation.assets) {
    expect(made).toMatchObject({ provider: 'builtin', builtIn: true })
    expect(alt).not.toBe('')
  }
})

test.each(['毎朝焼きたてのパン', 'خبز طازج كل صباح', 'हर सुबह ताज़ी रोटी'])(
  'a script that it cannot draw is refused before anything is set aside: %s',
  async (prompt) => {
    const before = await person.client.json<Credits>(`${person.workspace}/credits`)
    const answer = person.client.post(
      `${person.workspace}/generations`,
      imageRequest({ prompt }),
      aPress(),
    )
    const problem = await refused(answer, 422, 'script_not_supported')
    expect(problem.charged).toBe(0)
    expect(await person.client.json<Credits>(`${person.workspace}/credits`)).toEqual(before)
  },
)

test.each(['Fresh 🍞 every morning', 'Свежий хлеб каждое утро', 'Bánh mì mới mỗi sáng'])(
  'is drawn: %s',
  async (prompt) => {
    expect(await draw(person, { prompt })).toMatchObject({ status: 'succeeded' })
  },
)

test.each(['ideas', 'caption', 'post'])('writes without a key: %s', async (kind) => {
  const answer = await person.client.post(`${person.workspace}/writing`, {
    kind,
    direction: 'Our new sourdough',
    brandId: brand.id,
    quote: { version: 2, credits: 0 },
  })
  expect(answer.status).toBe(200)
  const text = await answer.text()
  expect(text).toMatch(/^event: (text|idea)\n/)
  expect(text).toMatch(/event: done\ndata: .*\n\n$/)
})
