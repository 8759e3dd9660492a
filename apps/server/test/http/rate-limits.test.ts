import type { Problem } from '@rheos/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startStudio, type TestStudio } from '../studio.ts'

let studio: TestStudio
// Behind a proxy, so that a test can be at many addresses.
beforeAll(async () => {
  studio = await startStudio({ environment: { TRUSTED_PROXIES: '1' } })
})
afterAll(() => studio.close())

const password = 'correct horse battery'

function signIn(email: string, given: string, address: string): Promise<Response> {
  return studio
    .visitor()
    .post('/api/auth/sign-in/email', { email, password: given }, { 'x-forwarded-for': address })
}

test('wrong passwords for one account are bounded wherever they come from, and others are not touched', async () => {
  const { email } = await studio.signUp()
  const { email: other } = await studio.signUp()
  const wrong: number[] = []
  for (let n = 1; n <= 11; n += 1) wrong.push((await signIn(email, 'not it', `10.0.0.${n}`)).status)
  expect(wrong).toEqual([...Array(10).fill(401), 429])

  const refused = await signIn(email, password, '10.0.0.99')
  expect(refused.status).toBe(429)
  const body = (await refused.json()) as Problem
  expect(body.code).toBe('rate_limited')
  expect(Number(refused.headers.get('retry-after'))).toBe(body.retryAfter)
  expect(body.retryAfter).toBeGreaterThan(500)
  expect(body.detail).toMatch(/Try again in 10 minutes\.$/)
  // However the address is written, it is the same account.
  expect((await signIn(email.toUpperCase(), password, '10.0.0.99')).status).toBe(429)
  expect((await signIn(other, password, '10.0.0.1')).status).toBe(200)
})

test('attempts from one address are bounded whomever they are about, and other addresses are not touched', async () => {
  const { email } = await studio.signUp()
  const address = '192.0.2.7'
  await alreadyTried(address, 98)
  const tries = await Promise.all(
    Array.from({ length: 3 }, (_, n) => signIn(`nobody-${n}@example.com`, 'x', address)),
  )
  expect(tries.map((answer) => answer.status).sort()).toEqual([401, 401, 429])
  expect((await signIn(email, password, address)).status).toBe(429)
  // What the client itself writes before the proxy's entry is not believed.
  expect((await signIn(email, password, `203.0.113.1, ${address}`)).status).toBe(429)
  expect((await signIn(email, password, '192.0.2.8')).status).toBe(200)
})

test('one connection of IPv6 counts as one address', async () => {
  const { email } = await studio.signUp()
  await studio.context.database.pool.query(`insert into studio.rate_limits values ($1, 100, $2)`, [
    'signInByAddress:2001:db8:1:2::/64',
    Date.now() + 60_000,
  ])
  expect((await signIn(email, password, '2001:db8:1:2:3:4:5:6')).status).toBe(429)
  expect((await signIn(email, password, '2001:db8:1:3::1')).status).toBe(200)
})

test('signing in rightly does not use the attempts up', async () => {
  const { email } = await studio.signUp()
  for (let n = 0; n < 12; n += 1) {
    expect((await signIn(email, password, '198.51.100.1')).status).toBe(200)
  }
})

test('mails for a new password are bounded for each account', async () => {
  const { email } = await studio.signUp()
  const { email: other } = await studio.signUp()
  const ask = (to: string) =>
    studio.visitor().post('/api/auth/request-password-reset', { email: to })
  const answers: number[] = []
  for (let n = 0; n < 6; n += 1) answers.push((await ask(email)).status)
  expect(answers).toEqual([200, 200, 200, 200, 200, 429])
  expect((await ask(other)).status).toBe(200)
})

test('the password asked for when deleting cannot be guessed at', async () => {
  const { client, email } = await studio.signUp()
  const guess = () => client.post('/api/auth/delete-user', { password: 'a guess at it' })
  const answers: number[] = []
  for (let n = 0; n < 11; n += 1) answers.push((await guess()).status)
  expect(answers).toEqual([...Array(10).fill(400), 429])
  expect((await signIn(email, password, '198.51.100.2')).status).toBe(429)
})

test('counters hold no address of anybody', async () => {
  const { email } = await studio.signUp()
  await signIn(email, 'wrong', '198.51.100.3')
  const { rows } = await studio.context.database.pool.query('select key from studio.rate_limits')
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain('example.com')
})

test('one address asking without end is slowed, people who are signed in are not', async () => {
  const { client } = await studio.signUp()
  const visitor = studio.visitor()
  const seen = new Set<number>()
  for (let n = 0; n < 31 && !seen.has(429); n += 1) {
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => visitor.get('/api/v1/about')),
    )
    for (const { status } of answers) seen.add(status)
  }
  expect(seen).toEqual(new Set([200, 429]))
  expect((await client.get('/api/v1/about')).status).toBe(200)
}, 60_000)

/** As if this address, or group of addresses, had tried to sign in so often. */
async function alreadyTried(address: string, times: number): Promise<void> {
  await studio.context.database.pool.query('insert into studio.rate_limits values ($1, $2, $3)', [
    `signInByAddress:${address}`,
    times,
    Date.now() + 60_000,
  ])
}
