import type { NewPost, Post, Posts } from '@rheos/contract'
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

const create = (post: NewPost, who = person) =>
  jsonOf<Post>(who.client.post(`${who.workspace}/posts`, post), 201)
const list = (query: string, who = person) =>
  who.client.json<Posts>(`${who.workspace}/posts?${query}`)

test('a draft is written by hand, edited, and found again', async () => {
  const post = await create({ title: 'Opening hours', body: '100% rye_bread' })
  expect(post).toMatchObject({ state: 'draft', writtenBy: 'hand', revision: 1, brandId: null })
  const path = `${person.workspace}/posts/${post.id}`
  const edited = await jsonOf<Post>(
    person.client.patch(path, { revision: 1, body: 'All rye', networks: ['bluesky'] }),
    200,
  )
  expect(edited).toMatchObject({ body: 'All rye', networks: ['bluesky'], revision: 2 })
  await refused(person.client.patch(path, { revision: 1, body: 'Late' }), 409, 'edited_elsewhere')
  expect(await person.client.json<Post>(path)).toEqual(edited)
})

test('a search takes signs for what they are, whatever the case', async () => {
  const who = await studio.signUp()
  const rye = await create({ body: '100% Rye_bread\\' }, who)
  await create({ body: '100 loaves of ryeXbread' }, who)
  for (const q of ['100%', 'RYE_', 'bread\\']) {
    const found = await list(`q=${encodeURIComponent(q)}`, who)
    expect(found.items.map((item) => item.id)).toEqual([rye.id])
  }
  expect((await list('q=%20', who)).items).toHaveLength(2)
})

test('ideas and drafts are listed apart, page by page, the last changed first', async () => {
  const who = await studio.signUp()
  const ids: string[] = []
  for (let n = 0; n < 5; n += 1) ids.unshift((await create({ title: `Draft ${n}` }, who)).id)
  const idea = await create({ state: 'idea', title: 'Idea' }, who)
  const first = await list('state=draft&limit=3', who)
  const second = await list(`state=draft&limit=3&cursor=${first.next}`, who)
  expect([...first.items, ...second.items].map((item) => item.id)).toEqual(ids)
  expect(second.next).toBeNull()
  expect((await list('state=idea', who)).items).toEqual([idea])
})

test('what is deleted can come back', async () => {
  const post = await create({ title: 'Gone' })
  const path = `${person.workspace}/posts/${post.id}`
  expect((await person.client.delete(path)).status).toBe(204)
  await refused(person.client.get(path), 404, 'not_found')
  await refused(person.client.delete(path), 404, 'not_found')
  expect(await jsonOf<Post>(person.client.post(`${path}/restore`), 200)).toEqual(post)
})

test.each([
  ['a body of 20,001 characters', { body: 'x'.repeat(20_001) }, 400, 'invalid_request'],
  ['an unknown state', { state: 'published' }, 400, 'invalid_request'],
  ['an unknown field', { likes: 5 }, 400, 'invalid_request'],
  ['a title that is a number', { title: 5 }, 400, 'invalid_request'],
  ['a brand that is not there', { brandId: 'none' }, 404, 'not_found'],
] as const)('refuses %s', async (_, post, status, code) => {
  await refused(person.client.post(`${person.workspace}/posts`, post), status, code)
})

test('to another workspace it is not there', async () => {
  const post = await create({ title: 'Ours' })
  const stranger = await studio.signUp()
  const path = `${stranger.workspace}/posts/${post.id}`
  await refused(stranger.client.get(path), 404, 'not_found')
  await refused(stranger.client.patch(path, { title: 'Mine' }), 404, 'not_found')
  await refused(stranger.client.delete(path), 404, 'not_found')
  await refused(stranger.client.post(`${path}/restore`), 404, 'not_found')
})

test('drafts are edited with the tables of the meter locked', async () => {
  const post = await create({ title: 'Free' })
  const { pool } = studio.context.database
  const lock = await pool.connect()
  try {
    await lock.query('begin')
    const { rows } = await lock.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'credits'`,
    )
    await lock.query(
      `lock table ${rows.map((row) => row.name).join(', ')} in access exclusive mode`,
    )
    const path = `${person.workspace}/posts/${post.id}`
    await jsonOf<Post>(person.client.patch(path, { title: 'Still free' }), 200)
    expect((await list('q=Still')).items).toHaveLength(1)
  } finally {
    await lock.query('rollback')
    lock.release()
  }
})
