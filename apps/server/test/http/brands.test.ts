import type { Brand, Brands } from '@rheos/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { subscribe } from '../billing/subscribe.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { jsonOf, refused } from './asking.ts'

let studio: TestStudio
let person: SignedUp
let brand: Brand

beforeAll(async () => {
  studio = await startStudio()
  person = await studio.signUp()
  brand = await jsonOf<Brand>(
    person.client.post(`${person.workspace}/brands`, { name: 'Hearth', website: 'hearth.example' }),
    201,
  )
})
afterAll(() => studio.close())

const change = (body: unknown, id = brand.id) =>
  person.client.patch(`${person.workspace}/brands/${id}`, body)

describe('a brand', () => {
  test('begins as a business with what was given', () => {
    expect(brand).toMatchObject({
      kind: 'business',
      name: 'Hearth',
      website: 'https://hearth.example/',
      origins: { name: 'hand' },
      revision: 1,
      logo: null,
    })
  })

  test('is edited field by field, and what is edited is the person’s', async () => {
    const edited = await jsonOf<Brand>(
      change({ tone: ['warm'], colors: { primary: '#AA3300' }, pinned: true }),
      200,
    )
    expect(edited).toMatchObject({
      name: 'Hearth',
      tone: ['warm'],
      colors: { primary: '#aa3300' },
      pinned: true,
      origins: { name: 'hand', tone: 'hand', colors: 'hand' },
      revision: 2,
    })
    const { brands } = await person.client.json<Brands>(`${person.workspace}/brands`)
    expect(brands).toEqual([edited])
  })

  test('of two edits from one revision the second is told of the first', async () => {
    const { revision } = await person.client.json<Brand>(`${person.workspace}/brands/${brand.id}`)
    const answers = await Promise.all([
      change({ revision, description: 'One' }),
      change({ revision, description: 'Two' }),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    const late = answers.find((answer) => answer.status === 409)
    if (late) await refused(late, 409, 'edited_elsewhere')
  })

  test.each([
    ['a colour that is none', { colors: { primary: 'red' } }, 400, 'invalid_request'],
    ['an unknown field', { slogan: 'x' }, 400, 'invalid_request'],
    ['an empty name', { name: '' }, 400, 'invalid_request'],
    [
      'a description of 20,000 characters',
      { description: 'x'.repeat(20_000) },
      400,
      'invalid_request',
    ],
    ['a tone that is no list', { tone: 'warm' }, 400, 'invalid_request'],
    ['a website that is none', { website: 'ftp://hearth.example' }, 400, 'invalid_url'],
    ['a logo that is not there', { logoAssetId: 'none' }, 404, 'not_found'],
    ['a character that cannot be stored', { description: 'a\0b' }, 400, 'invalid_request'],
  ] as const)('refuses %s', async (_, body, status, code) => {
    await refused(change(body), status, code)
  })
})

describe('how many', () => {
  test('the plan says how many of a kind, and which one has more', async () => {
    const who = await studio.signUp()
    const path = `${who.workspace}/brands`
    const answers = await Promise.all([1, 2, 3].map(() => who.client.post(path, {})))
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409])
    const full = await refused(who.client.post(path, {}), 409, 'plan_limit')
    expect(full.detail).toBe('Your plan has 1 business brand. Team has 5.')
    await jsonOf<Brand>(who.client.post(path, { kind: 'personal' }), 201)
    const both = await refused(who.client.post(path, { kind: 'personal' }), 409, 'plan_limit')
    expect(both.detail).toBe('Your plan has 1 personal brand.')
    await subscribe(who, 'business')
    const paid = await refused(who.client.post(path, {}), 409, 'plan_limit')
    expect(paid.detail).toBe('Your plan has 1 business brand. Team has 5.')
  })

  test('an upgrade allows more', async () => {
    const who = await studio.signUp()
    const path = `${who.workspace}/brands`
    await jsonOf<Brand>(who.client.post(path, {}), 201)
    await subscribe(who, 'team')
    await jsonOf<Brand>(who.client.post(path, {}), 201)
  })

  test('a deleted brand makes room, and comes back only where there is room', async () => {
    const who = await studio.signUp()
    const path = `${who.workspace}/brands`
    const first = await jsonOf<Brand>(who.client.post(path, { name: 'First' }), 201)
    expect((await who.client.delete(`${path}/${first.id}`)).status).toBe(204)
    await refused(who.client.get(`${path}/${first.id}`), 404, 'not_found')
    const second = await jsonOf<Brand>(who.client.post(path, { name: 'Second' }), 201)
    await refused(who.client.post(`${path}/${first.id}/restore`), 409, 'plan_limit')
    await who.client.delete(`${path}/${second.id}`)
    const back = await jsonOf<Brand>(who.client.post(`${path}/${first.id}/restore`), 200)
    expect(back.name).toBe('First')
  })
})

test('to another workspace it is not there', async () => {
  const stranger = await studio.signUp()
  for (const path of [`${stranger.workspace}/brands/${brand.id}`]) {
    await refused(stranger.client.get(path), 404, 'not_found')
    await refused(stranger.client.patch(path, { name: 'Mine' }), 404, 'not_found')
    await refused(stranger.client.delete(path), 404, 'not_found')
    await refused(stranger.client.post(`${path}/restore`), 404, 'not_found')
  }
  await refused(stranger.client.get(`${person.workspace}/brands`), 404, 'not_found')
  await refused(studio.visitor().get(`${person.workspace}/brands`), 401, 'unauthenticated')
})
