import { createHmac } from 'node:crypto'
import type { Me } from '@rheos/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startMailServer } from '../mail-server.ts'
import { addressToken, proveAddress } from '../prove-address.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { refused, until } from './asking.ts'

const secret = 'the-secret-of-this-test-signs-its-links'
const listed = Array.from({ length: 10 }, (_, n) => `operator-${n}@example.com`)
const environment = { AUTH_SECRET: secret, OPERATORS: listed.join(',') }

let studio: TestStudio

beforeAll(async () => {
  studio = await startStudio({ environment })
})
afterAll(() => studio.close())

let made = 0
/** Somebody new with an address that is listed. */
function listedPerson(): Promise<SignedUp> {
  const email = listed[made]
  made += 1
  if (email === undefined) throw new Error('List more operators.')
  return studio.signUp({ email })
}

const standing = async ({ client }: SignedUp) => (await client.json<Me>('/api/v1/me')).operator
const desk = ({ client }: SignedUp) => client.get('/api/v1/operator/workspaces')
const open = ({ client }: Pick<SignedUp, 'client'>, token: string) =>
  client.post('/api/v1/me/address', { token })

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
/** A token as the accounts library makes them. */
function tokenFor({ email, userId }: SignedUp, expiresInS: number): string {
  const now = Math.floor(Date.now() / 1000)
  const signed = `${part({ alg: 'HS256' })}.${part({ email, userId, iat: now, exp: now + expiresInS })}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

test('the desk opens to who follows the link in the mail, in every session of theirs', async () => {
  const person = await listedPerson()
  const elsewhere = { ...person, client: studio.visitor() }
  await elsewhere.client.post('/api/auth/sign-in/email', person)
  expect(await standing(person)).toBe('unproven')
  await refused(desk(person), 404, 'not_found')

  const token = await addressToken(studio, person)
  expect(await standing(person)).toBe('unproven')
  expect((await open(person, token)).status).toBe(204)
  for (const session of [person, elsewhere]) {
    expect(await standing(session)).toBe('yes')
    expect((await desk(session)).status).toBe(200)
  }
  // As when the link is opened in two tabs.
  expect((await open(person, token)).status).toBe(204)
  await refused(person.client.post('/api/v1/me/address/link'), 409, 'conflict')
})

test('a link proves nothing for others, whoever opens it', async () => {
  const person = await listedPerson()
  const other = await listedPerson()
  const ordinary = await studio.signUp()
  const token = await addressToken(studio, person)
  await refused(open({ client: studio.visitor() }, token), 401, 'unauthenticated')
  await refused(open(other, token), 400, 'invalid_request')
  await refused(open(ordinary, token), 404, 'not_found')
  for (const one of [person, other]) expect(await standing(one)).toBe('unproven')
  await proveAddress(studio, person)
  // Genuine, and of an address that is proven by now.
  await refused(open(other, token), 400, 'invalid_request')
  expect(await standing(other)).toBe('unproven')
})

test('who made an account with an operator’s address loses it to its owner, and never sits at the desk', async () => {
  const stranger = await listedPerson()
  const { email } = stranger
  const token = await addressToken(studio, stranger)
  const owner = { ...stranger, client: studio.visitor() }
  await owner.client.post('/api/auth/request-password-reset', { email })
  const resetToken = await until(async () =>
    studio.mails.map((mail) => /\/reset-password\?token=(\S+)/.exec(mail)?.[1]).find(Boolean),
  )
  const password = 'another horse entirely'
  await owner.client.post('/api/auth/reset-password', { newPassword: password, token: resetToken })
  await owner.client.post('/api/auth/sign-in/email', { email, password })
  expect((await open(owner, token)).status).toBe(204)
  expect(await standing(owner)).toBe('yes')
  expect((await desk(stranger)).status).toBe(404)
  expect((await stranger.client.get('/api/v1/me')).status).toBe(401)
})

test('a link that is too old, tampered with or made up proves nothing', async () => {
  const person = await listedPerson()
  const [head, , signature] = (await addressToken(studio, person)).split('.')
  const [, body] = tokenFor(person, 60).split('.')
  for (const token of [
    tokenFor(person, -1),
    `${head}.${body}.${signature}`,
    `${part({ alg: 'none' })}.${body}.`,
    `${tokenFor(person, 60).slice(0, -4)}AAAA`,
    'nonsense',
  ])
    await refused(open(person, token), 400, 'invalid_request')
  for (const token of ['', 'x'.repeat(3000)])
    await refused(open(person, token), 400, 'invalid_request')
  expect(await standing(person)).toBe('unproven')
  expect((await open(person, tokenFor(person, 60))).status).toBe(204)
})

test('a link of an account that was deleted is not one of the account made after it', async () => {
  const person = await listedPerson()
  const token = await addressToken(studio, person)
  await person.client.post('/api/auth/delete-user', { password: person.password })
  const next = await studio.signUp({ email: person.email })
  await refused(open(next, token), 400, 'invalid_request')
  expect(await standing(next)).toBe('unproven')
})

test('nobody else is asked to prove anything, and another site’s page cannot ask', async () => {
  const { client, email } = await studio.signUp()
  for (const path of ['/api/v1/me/address/link', '/api/v1/me/address']) {
    await refused(client.post(path, { token: 'x' }), 404, 'not_found')
    await refused(studio.visitor().post(path, { token: 'x' }), 401, 'unauthenticated')
    const person = await studio.signUp()
    const from = { origin: 'https://evil.example' }
    await refused(person.client.post(path, { token: 'x' }, from), 403, 'forbidden')
  }
  expect((await client.json<Me>('/api/v1/me')).user).toEqual({
    id: expect.any(String),
    name: 'Ada Test',
    email,
  })
  expect(studio.mails.some((mail) => mail.includes(email))).toBe(false)
})

test('the accounts library’s own doors to this stay shut', async () => {
  const person = await listedPerson()
  const token = await addressToken(studio, person)
  for (const client of [person.client, studio.visitor()]) {
    const asked = await client.post('/api/auth/send-verification-email', { email: person.email })
    const opened = await client.get(`/api/auth/verify-email?token=${token}`)
    expect([asked.status, opened.status]).toEqual([404, 404])
  }
  expect(await standing(person)).toBe('unproven')
})

test('mails are bounded for each address, also for accounts made anew', async () => {
  const person = await listedPerson()
  for (let n = 0; n < 5; n += 1) await addressToken(studio, person)
  await refused(person.client.post('/api/v1/me/address/link'), 429, 'rate_limited')
  await person.client.post('/api/auth/delete-user', { password: person.password })
  const next = await studio.signUp({ email: person.email })
  await refused(next.client.post('/api/v1/me/address/link'), 429, 'rate_limited')
})

test('a mail server that takes no mail is said in one sentence', async () => {
  const server = await startMailServer()
  server.refuses = true
  const sending = await startStudio({ environment: { ...environment, SMTP_URL: server.url } })
  const person = await sending.signUp({ email: listed[0] ?? '' })
  await refused(person.client.post('/api/v1/me/address/link'), 503, 'unavailable')
  server.refuses = false
  expect((await person.client.post('/api/v1/me/address/link')).status).toBe(204)
  expect(server.mails).toMatchObject([{ to: listed[0] }])
  await sending.close()
  await server.close()
})
