import type { Asset, Brand, Design, DesignLayouts, DesignLook } from '@rheos/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { jsonOf, refused } from './asking.ts'

let studio: TestStudio
let person: SignedUp

beforeAll(async () => {
  studio = await startStudio()
  person = await studio.signUp()
})
afterAll(() => studio.close())

const design = { layout: 'quote', text: { title: 'They listened', note: 'Mira' } } as const

test('every layout has fields with examples, and there are five sizes', async () => {
  const { layouts, aspects } = await person.client.json<DesignLayouts>('/api/v1/designs/layouts')
  expect(layouts.filter(({ use }) => use === 'design').length).toBeGreaterThanOrEqual(10)
  for (const { fields } of layouts) expect(fields.length).toBeGreaterThan(0)
  expect(aspects.map(({ width, height }) => `${width}x${height}`)).toEqual([
    '1080x1080',
    '1080x1350',
    '1200x675',
    '1080x1920',
    '1000x1500',
  ])
})

test('a look is made of the brand’s colours and fonts', async () => {
  const brand = await jsonOf<Brand>(
    person.client.post(`${person.workspace}/brands`, { name: 'Hearth' }),
    201,
  )
  await jsonOf(
    person.client.patch(`${person.workspace}/brands/${brand.id}`, {
      colors: { primary: '#7a2e3a' },
      fonts: { heading: 'Georgia' },
    }),
    200,
  )
  const look = await person.client.json<DesignLook>(
    `${person.workspace}/designs/look?brandId=${brand.id}`,
  )
  expect(look.palettes.find(({ id }) => id === 'primary')?.ground).toBe('#7a2e3a')
  expect(look.fonts[0]).toEqual({ id: 'brand', label: 'Brand’s, like Georgia' })
})

test('a preview is a picture that is not kept', async () => {
  const answer = await person.client.post(`${person.workspace}/designs/preview`, {
    ...design,
    width: 320,
  })
  const { width, format } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
  expect([width, format]).toEqual([320, 'png'])
  const { items } = await person.client.json<{ items: Asset[] }>(`${person.workspace}/assets`)
  expect(items).toEqual([])
})

test('a design is kept, costs nothing, carries the mark when served, and can be made otherwise', async () => {
  const made = await jsonOf<Asset>(person.client.post(`${person.workspace}/designs`, design), 201)
  expect(made).toMatchObject({ kind: 'design', width: 1080, height: 1080, watermarked: true })
  expect(made.alt).toBe('Graphic with the words: They listened – Mira')
  const path = `${person.workspace}/assets/${made.id}`
  const recipe = await person.client.json<Design>(`${path}/design`)
  expect(recipe).toMatchObject({ ...design, palette: 'paper', text: { ...design.text, body: '' } })
  const other = await jsonOf<Asset>(
    person.client.post(`${person.workspace}/designs`, {
      ...recipe,
      palette: 'ink',
      parentId: made.id,
    }),
    201,
  )
  expect(other.parentId).toBe(made.id)
  expect(await person.client.json(`${person.workspace}/credits`)).toMatchObject({ balance: 400 })
})

test('a picture of the library lies behind, whatever way it was turned', async () => {
  const photo = await sharp({
    create: { width: 300, height: 900, channels: 3, background: '#ffffff' },
  })
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const form = new FormData()
  form.set('file', new File([new Uint8Array(photo)], 'photo.jpg'))
  const { id } = await jsonOf<Asset>(
    person.client.request('POST', `${person.workspace}/assets`, { body: form }),
    201,
  )
  const made = await jsonOf<Asset>(
    person.client.post(`${person.workspace}/designs`, { ...design, backgroundId: id }),
    201,
  )
  expect(made.mediaType).toBe('image/jpeg')
  await refused(person.client.get(`${person.workspace}/assets/${id}/design`), 404, 'not_found')
})

test.each([
  ['nothing written', { ...design, text: {} }, 400],
  ['a layout that is none', { ...design, layout: 'collage' }, 400],
  ['a title of 301 characters', { ...design, text: { title: 'x'.repeat(301) } }, 400],
  ['a brand that is not there', { ...design, brandId: 'none' }, 404],
  ['a picture that is not there', { ...design, backgroundId: 'none' }, 404],
  ['letters that no font has', { ...design, text: { title: 'ሰላም' } }, 422],
] as const)('refuses %s', async (_, body, status) => {
  const answer = await person.client.post(`${person.workspace}/designs`, body)
  expect(answer.status).toBe(status)
})
