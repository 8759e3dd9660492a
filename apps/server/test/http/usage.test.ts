import { randomUUID } from 'node:crypto'
import type { Prices, UsageSummary } from '@rheos/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { refused } from './asking.ts'

const dayMs = 86_400_000
const began = Date.parse('2026-07-10T09:20:00Z')

let studio: TestStudio
let person: SignedUp
let now = began

beforeAll(async () => {
  studio = await startStudio({ clock: () => now })
  person = await studio.signUp({ name: '=Ada, "the first"' })
})
afterAll(() => studio.close())

/** Orders so many images and delivers some of them; none is a failure. */
async function use(ordered: number, delivered = ordered, actor = {}): Promise<string> {
  const { ledger } = studio.context
  const operation = { accountId: person.workspaceId, operationId: randomUUID() }
  const held = await ledger.hold({
    ...operation,
    action: 'image.standard',
    quantity: ordered,
    quote: { version: 2, credits: 5 * ordered },
    requestHash: 'x',
    actor: { memberId: person.userId, ...actor },
  })
  expect(held.kind).toBe('held')
  if (delivered === 0) await ledger.release({ ...operation, reason: 'failed' })
  else await ledger.settle({ ...operation, quantity: delivered })
  return operation.operationId
}

const summary = (period = '') =>
  person.client.json<UsageSummary>(`${person.workspace}/credits/usage-summary${period}`)

async function csv(period = ''): Promise<string[]> {
  const answer = await person.client.get(`${person.workspace}/credits/usage.csv${period}`)
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  return decoder.decode(await answer.arrayBuffer()).split('\r\n')
}

test('adds a cycle up by day, action, member and brand, and says where it leads', async () => {
  await use(4, 3)
  now += dayMs
  await use(2, 0)
  now += dayMs
  const faulty = await use(4)
  now += 60_000
  await use(1, 1, { memberId: 'gone', brandId: 'gone' })
  expect((await summary()).forecast).toBeNull()
  now += 3 * dayMs - 60_000
  await use(3)
  const { ledger } = studio.context
  await ledger.reverse({
    accountId: person.workspaceId,
    operationId: faulty,
    reversalId: randomUUID(),
    credits: 5,
    reason: 'faulty',
    actor: {},
  })
  const found = await summary()
  expect(found).toMatchObject({
    period: { start: '2026-07-10T09:20:00.000Z', end: '2026-08-10T09:20:00.000Z' },
    credits: 50,
    uses: 4,
    actions: [{ action: 'image.standard', credits: 50, uses: 4 }],
    members: [
      { who: { id: person.userId, name: '=Ada, "the first"' }, credits: 45, uses: 3 },
      { who: { name: 'Former member' }, credits: 5, uses: 1 },
    ],
    brands: [
      { brand: null, credits: 45, uses: 3 },
      { brand: { name: 'Deleted brand' }, credits: 5, uses: 1 },
    ],
    forecast: { kind: 'lasts', left: 90 },
  })
  expect(found.days.map(({ date, credits }) => [date.slice(8), credits])).toEqual([
    ['10', 15],
    ['11', 0],
    ['12', 20],
    ['13', 0],
    ['14', 0],
    ['15', 15],
  ])
  const day = '?from=2026-07-12T00:00:00Z&to=2026-07-13T00:00:00Z'
  expect(await summary(day)).toMatchObject({ credits: 20, uses: 2, forecast: null })
})

test('gives out every operation as a line, failed ones too, and no formula', async () => {
  const [head, ...lines] = await csv()
  expect(head).toBe(
    '\uFEFFTime (UTC),Action,Quantity,Credits each,Credits charged,Credits given back later,Outcome,Why,Member,Brand,Price version,Id',
  )
  expect(lines).toHaveLength(6)
  expect(lines[0]).toMatch(
    /^2026-07-15T09:20:00\.000Z,image\.standard,3,5,15,0,charged,,"'=Ada, ""the first""",,2,/,
  )
  expect(lines[1]).toContain(',5,5,0,charged,,Former member,Deleted brand,')
  expect(lines[2]).toContain(',4,5,20,5,charged,')
  expect(lines[3]).toContain(',2,5,0,0,not charged,')
  expect(lines[4]).toContain(',4,5,15,0,partly charged,')
  expect(lines[5]).toBe('')
  expect(await csv('?from=2026-07-12T00:00:00Z&to=2026-07-13T00:00:00Z')).toHaveLength(4)
})

test('goes on page by page, and leaves nothing out', async () => {
  await studio.context.database.pool.query(
    `insert into credits.operations (account_id, operation_id, action, quantity, unit_price,
       price_version, credits, state, spent, released, reversed, created_at, ended_at, request_hash,
       quote_version, quote_credits, actor)
     select $1, 'many-' || n, 'text.post', 1, 0, 2, 0, 'settled', 0, 0, 0, $2, $2, 'x', 2, 0, '{}'
     from generate_series(1, 2500) n`,
    [person.workspaceId, now],
  )
  const lines = await csv()
  const ids = lines.flatMap((line) => /many-\d+$/.exec(line) ?? [])
  expect(new Set(ids).size).toBe(2500)
  expect(lines).toHaveLength(2500 + 7)
})

test('refuses a period that is not one, or too long ago', async () => {
  const ask = (period: string) =>
    person.client.get(`${person.workspace}/credits/usage-summary?${period}`)
  const to = 'to=2026-07-13T00:00:00Z'
  for (const period of [
    to,
    `from=2026-07-13T00:00:00Z&${to}`,
    `from=2026-07-14T00:00:00Z&${to}`,
    `from=2025-06-14T00:00:00Z&${to}`,
    `from=yesterday&${to}`,
  ]) {
    await refused(ask(period), 400, 'invalid_request')
  }
  expect((await ask(`from=2025-06-15T00:00:00Z&${to}`)).status).toBe(200)
})

test('tells the prices with when each changed', async () => {
  const prices = await person.client.json<Prices>('/api/v1/prices')
  expect(prices).toMatchObject({ version: 2, effectiveFrom: '2026-06-01T00:00:00.000Z' })
  expect(prices.versions.map(({ version, prices }) => [version, prices['text.post']])).toEqual([
    [2, 0],
    [1, 5],
  ])
})
