import type { Asset, Carousel, Carousels, NewCarousel, Post } from '@rheos/contract'
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { subscribe } from '../billing/subscribe.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { jsonOf, refused } from './asking.ts'

let studio: TestStudio
let person: SignedUp

beforeAll(async () => {
  studio = await startStudio()
  person = await studio.signUp()
})
afterAll(() => studio.close())

const slides = [
  { id: 'a', role: 'cover', heading: 'Three ways to brew' },
  { id: 'b', role: 'step', heading: 'Grind', body: 'Just before, never the day before.' },
  { id: 'c', role: 'step', heading: 'Pour', body: 'Slowly.' },
  { id: 'd', role: 'close', heading: 'Come by', note: 'Save this' },
]

const create = (more: Partial<NewCarousel> = {}, who = person) =>
  jsonOf<Carousel>(
    who.client.post(`${who.workspace}/carousels`, { title: 'Brewing', slides, ...more }),
    201,
  )
const pathOf = ({ id }: Carousel) => `${person.workspace}/carousels/${id}`

describe('a carousel', () => {
  test('is made, changed, reordered and found again', async () => {
    const made = await create()
    expect(made).toMatchObject({ revision: 1, look: { aspect: 'portrait', palette: 'paper' } })
    const [cover, grind, pour, close] = made.slides
    const reordered = await jsonOf<Carousel>(
      person.client.patch(pathOf(made), { revision: 1, slides: [cover, pour, grind, close] }),
      200,
    )
    expect(reordered.slides.map(({ id }) => id)).toEqual(['a', 'c', 'b', 'd'])
    expect(await person.client.json(pathOf(made))).toEqual(reordered)
    const late = person.client.patch(pathOf(made), { revision: 1, title: 'Late' })
    await refused(late, 409, 'edited_elsewhere')
  })

  test('that is deleted can come back', async () => {
    const made = await create()
    expect((await person.client.delete(pathOf(made))).status).toBe(204)
    await refused(person.client.get(pathOf(made)), 404, 'not_found')
    const listed = await person.client.json<Carousels>(`${person.workspace}/carousels`)
    expect(listed.items.map(({ id }) => id)).not.toContain(made.id)
    expect(await jsonOf(person.client.post(`${pathOf(made)}/restore`), 200)).toEqual(made)
  })

  test.each([
    ['one slide', { slides: slides.slice(0, 1) }],
    ['21 slides', { slides: Array.from({ length: 21 }, (_, at) => ({ id: `${at}` })) }],
    ['two slides of one id', { slides: [slides[0], slides[0]] }],
    ['an unknown palette', { slides, look: { palette: 'neon' } }],
  ])('is refused with %s', async (_, body) => {
    const answer = person.client.post(`${person.workspace}/carousels`, body)
    await refused(answer, 400, 'invalid_request')
  })
})

test('a slide is looked at before it is kept', async () => {
  const preview = { look: {}, slide: slides[1], page: 2, pages: 4, step: 1, width: 540 }
  const answer = await person.client.post(`${person.workspace}/carousels/preview`, preview)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
  const { width, height } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
  expect([width, height]).toEqual([540, 675])
})

test('letters that no font has are named', async () => {
  const preview = { look: {}, slide: { id: 'x', heading: 'ሰላም' }, page: 1, pages: 2 }
  const answer = person.client.post(`${person.workspace}/carousels/preview`, preview)
  const { detail } = await refused(answer, 422, 'script_not_supported')
  expect(detail).toContain('ሰ')
})

describe('an export', () => {
  test('as pictures is a ZIP of numbered files, each of its own slide', async () => {
    const made = await create({ title: 'Three ways, really!' })
    const answer = await person.client.get(`${pathOf(made)}/export?format=png`)
    expect(answer.headers.get('content-disposition')).toContain('three-ways-really.zip')
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
    expect(Object.keys(files)).toEqual([1, 2, 3, 4].map((n) => `three-ways-really-0${n}.png`))
    for (const bytes of Object.values(files)) {
      const { width, height, format } = await sharp(bytes).metadata()
      expect([format, width, height]).toEqual(['png', 1080, 1350])
    }
    expect(
      new Set(Object.values(files).map((bytes) => Buffer.from(bytes).toString('base64'))).size,
    ).toBe(4)
  })

  test('as PDF has a page for each slide, and says what is on it', async () => {
    const made = await create()
    const answer = await person.client.get(`${pathOf(made)}/export?format=pdf`)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const file = Buffer.from(await answer.arrayBuffer()).toString('latin1')
    expect(file.startsWith('%PDF-')).toBe(true)
    expect(file.trimEnd().endsWith('%%EOF')).toBe(true)
    expect(file.match(/\/Type \/Page\b/g)).toHaveLength(4)
    expect(file).toContain('/MediaBox [0 0 810 1012.5]')
    expect(file).toContain('Three ways to brew')
  })

  test('carries the mark on Free and none once paid for', async () => {
    const who = await studio.signUp()
    const made = await create({}, who)
    const first = async () => {
      const path = `${who.workspace}/carousels/${made.id}/export`
      const files = unzipSync(new Uint8Array(await (await who.client.get(path)).arrayBuffer()))
      const corner = { left: 900, top: 1270, width: 170, height: 70 }
      const cut = await sharp(Object.values(files)[0]).extract(corner).png().toBuffer()
      return (await sharp(cut).stats()).channels[0]?.stdev ?? 0
    }
    expect(await first()).toBeGreaterThan(10)
    await subscribe(who, 'business')
    expect(await first()).toBe(0)
  })
})

test('its slides become pictures of the library; those unchanged are the same ones', async () => {
  const made = await create()
  const path = pathOf(made)
  const { items } = await jsonOf<{ items: Asset[] }>(person.client.post(`${path}/assets`), 200)
  expect(items.map(({ kind, width, height }) => [kind, width, height])).toEqual(
    Array(4).fill(['slide', 1080, 1350]),
  )
  expect(items[1]?.alt).toContain('Just before, never the day before.')
  const changed = made.slides.map((slide) =>
    slide.id === 'c' ? { ...slide, body: 'In circles.' } : slide,
  )
  await jsonOf(person.client.patch(path, { slides: changed }), 200)
  const again = await jsonOf<{ items: Asset[] }>(person.client.post(`${path}/assets`), 200)
  const same = again.items.map(({ id }, at) => id === items[at]?.id)
  expect(same).toEqual([true, true, false, true])
})

test('a post takes a carousel of its workspace, and no other', async () => {
  const made = await create()
  const stranger = await studio.signUp()
  const theirs = await create({}, stranger)
  const posts = `${person.workspace}/posts`
  const post = await jsonOf<Post>(person.client.post(posts, { carouselId: made.id }), 201)
  expect(post.carouselId).toBe(made.id)
  await refused(person.client.post(posts, { carouselId: theirs.id }), 404, 'not_found')
  const path = `${posts}/${post.id}`
  await refused(person.client.patch(path, { carouselId: theirs.id }), 404, 'not_found')
  await refused(person.client.patch(path, { carouselId: 'none' }), 404, 'not_found')
  // One that is gone meanwhile keeps nobody from writing on.
  expect((await person.client.delete(pathOf(made))).status).toBe(204)
  await jsonOf<Post>(person.client.patch(path, { body: 'Brewed', carouselId: made.id }), 200)
})

test('a picture behind a slide is known to be used there', async () => {
  const [picture] = (
    await jsonOf<{ items: Asset[] }>(person.client.post(`${pathOf(await create())}/assets`), 200)
  ).items
  if (picture === undefined) throw new Error('No slide was painted.')
  const shown = slides.map((slide) => ({ ...slide, backgroundId: picture.id }))
  const made = await create({ title: 'On a picture', slides: shown })
  const uses = () => person.client.json(`${person.workspace}/assets/${picture.id}/uses`)
  expect(await uses()).toEqual({
    items: [
      { assetId: picture.id, kind: 'carousel', id: made.id, title: 'On a picture', networks: [] },
    ],
  })
  expect((await person.client.delete(pathOf(made))).status).toBe(204)
  expect(await uses()).toEqual({ items: [] })
})
