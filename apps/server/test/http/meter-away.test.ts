import { randomUUID } from 'node:crypto'
import type { Asset, Brand, Credits, Generation, Me, Post, Prices } from '@rheos/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectBooksToBalance } from '../acceptance/audit.ts'
import { providerEnvironment } from '../acceptance/provider-environment.ts'
import { type OpenaiStandIn, startOpenaiStandIn } from '../providers/openai-stand-in.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { aPress, draw, ended, imageRequest, jsonOf, refused, until } from './asking.ts'

/** Of the studio's meter; a statement that waits for it waits as long. */
const meterLockTimeoutMs = 3000

let standIn: OpenaiStandIn
let studio: TestStudio
let person: SignedUp
let brand: Brand
let picture: Asset
let png: Buffer

beforeAll(async () => {
  standIn = await startOpenaiStandIn()
  studio = await startStudio({ environment: providerEnvironment(standIn, 20) })
  person = await studio.signUp()
  const { client, workspace } = person
  brand = await jsonOf<Brand>(client.post(`${workspace}/brands`, { name: 'Hearth' }), 201)
  const [drawn] = (await draw(person)).assets
  if (drawn === undefined) throw new Error('Nothing was drawn.')
  picture = drawn
  png = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#aa3300' } })
    .png()
    .toBuffer()
})
afterAll(async () => {
  await studio.close()
  await standIn.close()
})

/** Whatever the meter's state, this works; in how many milliseconds. */
async function workWithoutTheMeter(): Promise<number> {
  const startedAt = Date.now()
  const { client, workspace, email, password } = person
  const again = studio.visitor()
  expect((await again.post('/api/auth/sign-in/email', { email, password })).status).toBe(200)
  expect((await again.json<Me>('/api/v1/me')).workspaces).toHaveLength(1)
  expect((await again.json<Prices>('/api/v1/prices')).version).toBe(2)
  await jsonOf(client.patch(workspace, { name: 'Renamed' }), 200)
  const edited = await jsonOf<Brand>(
    client.patch(`${workspace}/brands/${brand.id}`, { tone: [randomUUID()] }),
    200,
  )
  expect(edited.tone).toHaveLength(1)
  expect((await client.delete(`${workspace}/brands/${brand.id}`)).status).toBe(204)
  await jsonOf(client.post(`${workspace}/brands/${brand.id}/restore`), 200)
  await client.json(`${workspace}/brands/${brand.id}/imports`)
  const post = await jsonOf<Post>(client.post(`${workspace}/posts`, { title: 'New' }), 201)
  const path = `${workspace}/posts/${post.id}`
  await jsonOf(client.patch(path, { title: 'Changed' }), 200)
  expect((await client.delete(path)).status).toBe(204)
  await jsonOf(client.post(`${path}/restore`), 200)
  const form = new FormData()
  form.set('file', new File([new Uint8Array(png)], 'photo.png'))
  const upload = await jsonOf<Asset>(
    client.request('POST', `${workspace}/assets`, { body: form }),
    201,
  )
  await jsonOf(client.patch(`${workspace}/assets/${upload.id}`, { alt: 'Oven' }), 200)
  for (const list of ['brands', 'posts', 'assets', 'generations']) {
    await client.json(`${workspace}/${list}`)
  }
  // With the mark, which the plan asks for and not the meter.
  for (const { url } of [upload, picture]) {
    const content = await client.get(`${url}?width=640&format=webp`)
    expect(content.headers.get('content-type')).toBe('image/webp')
    await content.arrayBuffer()
  }
  expect((await again.post('/api/auth/sign-out', {})).status).toBe(200)
  return Date.now() - startedAt
}

/** What needs the meter is refused in one sentence, and nothing comes of it. */
async function expectNoMeter(answer: Promise<Response>): Promise<void> {
  const problem = await refused(answer, 503, 'unavailable')
  expect(problem.detail).toMatch(/credits.*nothing was charged.*Try again in a moment\.$/)
}

function needTheMeter(presses: readonly Record<string, string>[]): Promise<Response>[] {
  const { client, workspace } = person
  const writing = { kind: 'post', direction: 'Bread', quote: { version: 2, credits: 0 } }
  const reading = { url: 'https://hearth.example', quote: { version: 2, credits: 20 } }
  return [
    ...presses.map((press) => client.post(`${workspace}/generations`, imageRequest(), press)),
    client.post(`${workspace}/writing`, writing, aPress()),
    client.post(`${workspace}/brands/${brand.id}/imports`, reading, aPress()),
    ...['', '/usage', '/usage-summary', '/usage.csv'].map((path) =>
      client.get(`${workspace}/credits${path}`),
    ),
  ]
}

const credits = () => person.client.json<Credits>(`${person.workspace}/credits`)

describe('[rule 22] nothing but AI needs the meter', () => {
  test('with its tables locked, however many wait for it', async () => {
    // A single wait for the meter would add all of its time-out.
    const soon = (await workWithoutTheMeter()) + meterLockTimeoutMs
    const before = await credits()
    const presses = Array.from({ length: 26 }, aPress)
    const lock = await studio.context.database.pool.connect()
    try {
      await lock.query('begin')
      const { rows } = await lock.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'credits'`,
      )
      await lock.query(
        `lock table ${rows.map((row) => row.name).join(', ')} in access exclusive mode`,
      )
      const waiting = needTheMeter(presses)
      expect(await workWithoutTheMeter()).toBeLessThan(soon)
      await Promise.all(waiting.map((answer) => expectNoMeterOrConnection(answer)))
      expect(await workWithoutTheMeter()).toBeLessThan(soon)
    } finally {
      await lock.query('rollback')
      lock.release()
    }
    expect(await credits()).toEqual(before)
    // The same press counts now, once.
    const { client, workspace } = person
    const [press = {}] = presses
    const { id } = await jsonOf<{ id: string }>(
      client.post(`${workspace}/generations`, imageRequest(), press),
      202,
    )
    expect((await ended(person, id)).status).toBe('succeeded')
    expect((await credits()).balance).toBe(before.balance - 5)
    await expectBooksToBalance(studio.context.database.pool)
  }, 60_000)

  test('what was being made meanwhile is delivered and paid once they are free', async () => {
    const before = await credits()
    const { client, workspace } = person
    standIn.images.next({ kind: 'slow', ms: 300 })
    const { id } = await jsonOf<{ id: string }>(
      client.post(`${workspace}/generations`, imageRequest(), aPress()),
      202,
    )
    await until(async () => {
      const found = await client.json<Generation>(`${workspace}/generations/${id}`)
      return found.status === 'running' || undefined
    })
    const lock = await studio.context.database.pool.connect()
    try {
      await lock.query('begin')
      await lock.query('lock table credits.accounts in access exclusive mode')
      await until(async () => {
        const { rows } = await studio.context.database.pool.query(
          `select 1 from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'
              and now() - xact_start > interval '2.5 s'`,
        )
        return rows.length > 0 || undefined
      })
      // Its first try has been given up by now, or is about to be.
      await until(async () => {
        const { rows } = await studio.context.database.pool.query(
          `select 1 from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'
              and now() - xact_start < interval '1 s'`,
        )
        return rows.length > 0 || undefined
      })
    } finally {
      await lock.query('rollback')
      lock.release()
    }
    expect(await ended(person, id)).toMatchObject({ status: 'succeeded', credits: { spent: 5 } })
    expect((await credits()).balance).toBe(before.balance - 5)
    await expectBooksToBalance(studio.context.database.pool)
  }, 60_000)

  test('with its tables gone', async () => {
    const { pool } = studio.context.database
    const before = await credits()
    await pool.query('alter schema credits rename to credits_away')
    try {
      await workWithoutTheMeter()
      await Promise.all(needTheMeter([aPress()]).map(expectNoMeter))
      expect((await studio.visitor().get('/healthz')).status).toBe(200)
    } finally {
      await pool.query('alter schema credits_away rename to credits')
    }
    expect(await credits()).toEqual(before)
    await expectBooksToBalance(pool)
  })

  test('somebody who signs up without it has an account, and the workspace when it is back', async () => {
    const { pool } = studio.context.database
    const visitor = studio.visitor()
    const email = `${randomUUID()}@example.com`
    await pool.query('alter schema credits rename to credits_away')
    try {
      const answer = await visitor.post('/api/auth/sign-up/email', {
        name: 'Early',
        email,
        password: 'correct horse battery',
      })
      expect(answer.status).toBe(200)
      await expectNoMeter(visitor.get('/api/v1/me'))
    } finally {
      await pool.query('alter schema credits_away rename to credits')
    }
    const { workspaces } = await visitor.json<Me>('/api/v1/me')
    const path = `/api/v1/workspaces/${workspaces[0]?.id}/credits`
    expect(await visitor.json<Credits>(path)).toMatchObject({ balance: 400, available: 400 })
  })
})

/** Behind many others one waits for a connection instead of for the lock. */
async function expectNoMeterOrConnection(answer: Promise<Response>): Promise<void> {
  const problem = await refused(answer, 503, 'unavailable')
  expect(problem.detail).toMatch(/Try again in a moment\.$/)
}
