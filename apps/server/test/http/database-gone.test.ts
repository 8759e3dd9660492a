import type { Problem } from '@rheos/contract'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'

let studio: TestStudio
let ada: SignedUp
let admin: pg.Client
let name: string

beforeAll(async () => {
  studio = await startStudio()
  ada = await studio.signUp()
  const { rows } = await studio.context.database.pool.query('select current_database() as name')
  name = rows[0].name
  admin = new pg.Client({ connectionString: inject('postgresUrl') })
  await admin.connect()
})
afterAll(async () => {
  await admin.query(`alter database ${name} allow_connections true`)
  await admin.end()
  await studio.close()
})

test('without its database the studio says so plainly, lives, and is well again when it is back', async () => {
  await admin.query(`alter database ${name} allow_connections false`)
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
    name,
  ])
  const health = await studio.visitor().get('/healthz')
  expect(health.status).toBe(503)
  expect(await health.json()).toMatchObject({ process: 'ok', database: 'failed' })
  const answers = [
    await ada.client.get('/api/v1/me'),
    await ada.client.get(`${ada.workspace}/credits`),
    await studio.visitor().post('/api/auth/sign-in/email', { email: ada.email, password: 'x' }),
  ]
  for (const answer of answers) {
    expect(answer.status).toBeGreaterThanOrEqual(500)
    const { detail } = (await answer.json()) as Problem
    expect(detail).toMatch(/Try again in a moment\.$/)
    expect(detail).not.toMatch(/select|relation|connection|\d/i)
  }
  // What needs no database is still answered.
  expect((await studio.visitor().get('/api/v1/prices')).status).toBe(200)

  await admin.query(`alter database ${name} allow_connections true`)
  await expect.poll(async () => (await studio.visitor().get('/healthz')).status).toBe(200)
  expect((await ada.client.get('/api/v1/me')).status).toBe(200)
}, 30_000)
