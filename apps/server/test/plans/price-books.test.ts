import type { Prices } from '@rheos/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { pressIdOf } from '../../src/operator/operator-action.ts'
import { noticeMs, PriceBooks } from '../../src/plans/price-books.ts'
import { aPress, draw, imageRequest, jsonOf, refused, until } from '../http/asking.ts'
import { proveAddress } from '../prove-address.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'

const minuteMs = 60_000
const tariff = {
  'image.standard': 5,
  'image.pro': 10,
  'image.upscale': 5,
  'website.import': 20,
  'text.ideas': 0,
  'text.caption': 0,
  'text.post': 0,
  'text.rewrite': 0,
  'text.slides': 0,
}
const path = '/api/v1/operator/price-book'

let turnedMs = 0
const clock = () => Date.now() + turnedMs
const environment = { OPERATORS: 'desk@example.com' }

let studio: TestStudio
let beside: TestStudio
let operator: SignedUp
let person: SignedUp

beforeAll(async () => {
  studio = await startStudio({ clock, environment })
  beside = await startStudio({ clock, environment, beside: studio })
  operator = await studio.signUp({ email: 'desk@example.com' })
  await proveAddress(studio, operator)
  person = await studio.signUp()
})
beforeEach(() => {
  turnedMs += 24 * 60 * minuteMs
})
afterAll(async () => {
  await beside.close()
  await studio.close()
})

const inMinutes = (minutes: number) => new Date(clock() + minutes * minuteMs).toISOString()

function publish(changes: Record<string, unknown> = {}, press = aPress()): Promise<Response> {
  const body = {
    prices: { ...tariff, 'image.standard': 7 },
    effectiveFrom: inMinutes(10),
    reason: 'Images cost more to make',
    ...changes,
  }
  return operator.client.post(`${path}/versions`, body, press)
}

const pricesAt = (url: string) => studio.visitor().at(url).json<Prices>('/api/v1/prices')

test('a version that is published reaches every process and counts from its instant on', async () => {
  const before = await pricesAt(beside.url)
  const { version } = await jsonOf<{ version: number }>(publish(), 201)
  expect(version).toBe(before.version + 1)
  const announced = async () => (await pricesAt(beside.url)).versions[0]?.version === version
  await until(async () => ((await announced()) ? true : undefined))
  expect(await pricesAt(beside.url)).toMatchObject({ version: before.version })
  const seen = { version: before.version, credits: 5 }
  // Seen just before the change, and pressed just after it.
  turnedMs += 11 * minuteMs
  for (const { url } of [studio, beside]) {
    const answer = person.client
      .at(url)
      .post(`${person.workspace}/generations`, imageRequest({ quote: seen }), aPress())
    const problem = await refused(answer, 409, 'price_changed')
    expect(problem.quote).toEqual({ version, credits: 7 })
  }
  expect(await pricesAt(beside.url)).toMatchObject({ version })
  const drawn = await draw(person, { quote: { version, credits: 7 } })
  expect(drawn.credits.spent).toBe(7)
})

test('a version is refused that is too soon, not after the others, late, senseless or unchanged', async () => {
  const { prices } = await pricesAt(studio.url)
  const { versions } = await operator.client.json<{ versions: unknown[] }>(path)
  const bad: readonly Record<string, unknown>[] = [
    { effectiveFrom: inMinutes(4) },
    { effectiveFrom: inMinutes(-60) },
    { effectiveFrom: inMinutes(400 * 24 * 60) },
    { effectiveFrom: 'tomorrow' },
    { prices },
    { prices: { ...tariff, 'image.standard': 2.5 } },
    { prices: { ...tariff, 'image.standard': -1 } },
    { prices: { ...tariff, 'image.standard': 1e9 } },
    { prices: { ...tariff, 'image.standard': '7' } },
    { prices: { ...tariff, 'image.huge': 7 } },
    { prices: { 'image.standard': 7 } },
    { reason: '' },
    { reason: undefined },
  ]
  for (const changes of bad) await refused(publish(changes), 400, 'invalid_request')
  await refused(publish({}, {}), 400, 'invalid_request')
  expect(await operator.client.json(path)).toMatchObject({ versions })
})

test('comes after every other, announced ones too', async () => {
  const change = { prices: { ...tariff, 'image.pro': 12 }, effectiveFrom: inMinutes(60) }
  await jsonOf(publish(change), 201)
  const between = { prices: { ...tariff, 'image.pro': 14 }, effectiveFrom: inMinutes(30) }
  const problem = await refused(publish(between), 400, 'invalid_request')
  expect(problem.detail).toMatch(/must be after/)
})

test('the same press publishes once, another content under its key is refused', async () => {
  const press = aPress()
  const change = { prices: { ...tariff, 'text.post': 1 }, effectiveFrom: inMinutes(90) }
  const both = await Promise.all([publish(change, press), publish(change, press)])
  const [first, second] = await Promise.all(both.map((answer) => jsonOf(answer, 201)))
  expect(second).toEqual(first)
  await refused(
    publish({ ...change, reason: 'Another reason' }, press),
    409,
    'idempotency_conflict',
  )
})

test('two operators at once: one version after the other, or a refusal', async () => {
  const effectiveFrom = inMinutes(120)
  const answers = await Promise.all(
    [8, 9].map((price) =>
      publish({ effectiveFrom, prices: { ...tariff, 'image.standard': price } }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 400])
})

test('nobody changes or deletes a version, not even the program', async () => {
  const { pool } = studio.context.database
  for (const sql of [
    `update studio.price_book_versions set reason = 'x' where version = 1`,
    `delete from studio.price_book_versions where version = 1`,
    `truncate studio.price_book_versions`,
  ]) {
    await expect(pool.query(sql)).rejects.toThrow(/never changed or deleted/)
  }
  const insert = (version: number, from: string, prices: unknown) =>
    pool.query(
      `insert into studio.price_book_versions (version, effective_from, prices, reason, published_at)
       values ($1, $2, $3, 'by hand', $2)`,
      [version, from, JSON.stringify(prices)],
    )
  await expect(insert(1000, '2026-05-15', tariff)).rejects.toThrow(/comes after all others/)
  await expect(insert(1000, '2040-05-15', { a: 1.5 })).rejects.toThrow(/check constraint/)
  await expect(insert(1000, '2040-05-15', { a: -1 })).rejects.toThrow(/check constraint/)
})

test('a process that lost its connection for notifications reads the prices anew', async () => {
  const press = { operator: { id: 'o', name: 'Desk' }, idempotencyKey: 'k', reason: 'A reason' }
  const { pool } = studio.context.database
  await pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and query ilike 'listen %'`,
  )
  const { version } = await studio.context.priceBooks.publish({
    prices: { ...tariff, 'website.import': 25 },
    effectiveFrom: clock() + 600 * minuteMs,
    reason: press.reason,
    publishedBy: press.operator.name,
    pressId: pressIdOf(press),
  })
  await until(async () =>
    beside.context.priceBooks.versions.some((known) => known.version === version)
      ? true
      : undefined,
  )
})

test('a process that could not read the prices for as long as their notice charges nothing', async () => {
  let later = 0
  const { database, clock, log } = studio.context
  const books = await PriceBooks.open({
    database,
    clock,
    log,
    listener: { on: () => undefined, onResync: () => undefined },
    processClock: () => Date.now() + later,
  })
  later = noticeMs - 1000
  expect(books.current().versions.length).toBeGreaterThan(1)
  later = noticeMs + 1000
  expect(() => books.current()).toThrow(/The prices could not be read, and nothing was charged/)
})
