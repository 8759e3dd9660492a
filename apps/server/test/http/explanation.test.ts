import { randomUUID } from 'node:crypto'
import type { Credits, Explanation } from '@rheos/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { providerEnvironment } from '../acceptance/provider-environment.ts'
import { type OpenaiStandIn, startOpenaiStandIn } from '../providers/openai-stand-in.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { aPress, draw, imageRequest, jsonOf, refused, until } from './asking.ts'

let standIn: OpenaiStandIn
let studio: TestStudio
let person: SignedUp
let turnedMs = 0

const clock = () => Date.now() + turnedMs

beforeAll(async () => {
  standIn = await startOpenaiStandIn()
  studio = await startStudio({ clock, environment: providerEnvironment(standIn) })
})
beforeEach(async () => {
  turnedMs = 0
  person = await studio.signUp()
})
afterAll(async () => {
  await studio.close()
  await standIn.close()
})

async function explain(at?: number | string): Promise<Explanation> {
  const instant = typeof at === 'number' ? new Date(at).toISOString() : at
  const query = instant === undefined ? '' : `?at=${encodeURIComponent(instant)}`
  const explanation = await person.client.json<Explanation>(
    `${person.workspace}/credits/explanation${query}`,
  )
  expectToAddUp(explanation)
  return explanation
}

function expectToAddUp({ lines, balance, available, held }: Explanation): void {
  let sum = 0
  for (const line of lines) {
    sum += line.credits
    expect(line.balance).toBe(sum)
  }
  expect(sum).toBe(balance)
  expect(available + held).toBe(balance)
}

const short = ({ lines }: Explanation) =>
  lines.map(({ kind, credits, held, action }) => [
    action?.action ?? kind,
    credits,
    held,
    action?.outcome,
  ])

const granted = ['grant', 400, 0, undefined]

test('explains the balance by what was granted, charged, not charged and set aside', async () => {
  expect(short(await explain())).toEqual([granted])
  await draw(person, { tier: 'pro' })
  standIn.images.onCall(standIn.imageCalls.length + 2, { kind: 'refuse' })
  await draw(person, { count: 3 })
  standIn.images.always({ kind: 'refuse' })
  await draw(person)
  standIn.images.always({ kind: 'hang' })
  await jsonOf(person.client.post(`${person.workspace}/generations`, imageRequest(), aPress()), 202)
  const explanation = await explain()
  standIn.images.reset()
  expect(short(explanation)).toEqual([
    granted,
    ['image.pro', -10, 0, 'charged'],
    ['image.standard', -10, 0, 'partly_charged'],
    ['image.standard', 0, 0, 'not_charged'],
    ['image.standard', 0, 5, 'in_progress'],
  ])
  expect(explanation).toMatchObject({ balance: 380, available: 375, held: 5 })
  const [, , partly, failed, open] = explanation.lines
  expect(partly?.action?.why).toMatch(/2 of 3/)
  expect(failed?.action).toMatchObject({ who: { name: 'Ada Test' }, why: expect.any(String) })
  expect(open?.action?.why).toBeNull()
  expect(explanation.grants).toMatchObject([
    { kind: 'allowance', amount: 400, reason: 'allowance' },
  ])
})

test('explains any past instant as it was then', async () => {
  const before = clock()
  turnedMs += 60_000
  standIn.images.always({ kind: 'hang' })
  const { id } = await jsonOf<{ id: string }>(
    person.client.post(`${person.workspace}/generations`, imageRequest(), aPress()),
    202,
  )
  const inProgress = clock()
  turnedMs += 60_000
  await person.client.post(`${person.workspace}/generations/${id}/cancel`)
  standIn.images.reset()
  await until(async () => ((await explain()).held === 0 ? true : undefined))
  turnedMs += 60_000
  await draw(person)
  expect(short(await explain(before))).toEqual([granted])
  const then = await explain(inProgress)
  expect(short(then)).toEqual([granted, ['image.standard', 0, 5, 'in_progress']])
  expect(then.lines[1]?.action?.why).toBeNull()
  expect(then.at).toBe(new Date(inProgress).toISOString())
  expect(short(await explain())).toEqual([
    granted,
    ['image.standard', 0, 0, 'not_charged'],
    ['image.standard', -5, 0, 'charged'],
  ])
  // Another zone names the same instant.
  const offset = new Date(inProgress + 3_600_000).toISOString().replace('Z', '+01:00')
  expect(await explain(offset)).toEqual(then)
})

test('has nothing of a cycle that nobody had looked at', async () => {
  await draw(person)
  const { resetsAt } = await person.client.json<Credits>(`${person.workspace}/credits`)
  turnedMs = Date.parse(resetsAt) - Date.now() + 60_000
  const unopened = clock()
  turnedMs += 60_000
  expect(await explain(unopened)).toMatchObject({ balance: 0, lines: [], grants: [] })
  expect(short(await explain())).toEqual([granted])
  expect(await explain(unopened)).toMatchObject({ balance: 0, lines: [] })
  expect(short(await explain(Date.parse(resetsAt) - 1))).toEqual([
    granted,
    ['image.standard', -5, 0, 'charged'],
  ])
})

test('tells what an operator gave and took, with their reason', async () => {
  const { ledger } = studio.context
  const startsAt = clock()
  await ledger.grant({
    accountId: person.workspaceId,
    grantId: 'extra',
    credits: 30,
    startsAt,
    endsAt: startsAt + 86_400_000,
    reason: 'a slow day',
    actor: {},
  })
  await ledger.adjust({
    accountId: person.workspaceId,
    adjustmentId: randomUUID(),
    grantId: 'extra',
    credits: 10,
    reason: 'given twice',
    actor: {},
  })
  const explanation = await explain()
  expect(short(explanation)).toEqual([
    granted,
    ['grant', 30, 0, undefined],
    ['adjustment', -10, 0, undefined],
  ])
  expect(explanation.lines[2]?.reason).toBe('given twice')
  expect(explanation.grants).toContainEqual(
    expect.objectContaining({ id: 'extra', kind: 'granted', available: 20, reason: 'a slow day' }),
  )
})

test('sums up what is older than 200 lines', async () => {
  const { ledger } = studio.context
  const startsAt = clock()
  await ledger.grant({
    accountId: person.workspaceId,
    grantId: 'more',
    credits: 1000,
    startsAt,
    endsAt: startsAt + 86_400_000,
    reason: 'test',
    actor: {},
  })
  for (let n = 0; n < 260; n += 1) {
    const operation = { accountId: person.workspaceId, operationId: randomUUID() }
    await ledger.hold({
      ...operation,
      action: 'image.standard',
      quantity: 1,
      quote: { version: 2, credits: 5 },
      requestHash: 'x',
      actor: {},
    })
    if (n % 4 === 0) await ledger.release({ ...operation, reason: 'provider_failed' })
    else if (n % 50 !== 1) await ledger.settle({ ...operation, quantity: 1 })
  }
  const explanation = await explain()
  expect(explanation.lines.length).toBeLessThanOrEqual(200)
  expect(explanation.balance).toBeLessThan(700)
  const earlier = explanation.lines.filter(({ kind }) => kind === 'earlier')
  expect(earlier).toHaveLength(1)
  expect((earlier[0]?.count ?? 0) + explanation.lines.length - 1).toBe(262)
})

describe('refuses', () => {
  const ask = (at: string) =>
    person.client.get(`${person.workspace}/credits/explanation?at=${encodeURIComponent(at)}`)

  test.each(['', 'yesterday', '2026-11-25', '2026-13-41T99:00:00Z', '1764000000000', '\0', '-1'])(
    'the time “%s”',
    async (at) => {
      const { detail } = await refused(ask(at), 400, 'invalid_request')
      expect(detail).toContain('2026-11-25T09:20:00Z')
    },
  )

  test('the future, and what was before the workspace', async () => {
    const future = new Date(clock() + 60_000).toISOString()
    const { detail } = await refused(ask(future), 400, 'invalid_request')
    expect(detail).toContain('future')
    await refused(ask('2020-01-01T00:00:00Z'), 404, 'not_found')
    await refused(ask('0000-01-01T00:00:00Z'), 404, 'not_found')
  })

  test('to say anything while the meter is away', async () => {
    const { pool } = studio.context.database
    await pool.query('alter schema credits rename to credits_away')
    try {
      await refused(
        person.client.get(`${person.workspace}/credits/explanation`),
        503,
        'unavailable',
      )
    } finally {
      await pool.query('alter schema credits_away rename to credits')
    }
  })
})
