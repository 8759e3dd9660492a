import { randomUUID } from 'node:crypto'
import type {
  AuditResults,
  Billing,
  Credits,
  Explanation,
  FoundWorkspaces,
  InspectedWorkspace,
  Margin,
  Me,
  OperatorAction,
  OperatorActions,
  Payments,
  PricePreview,
  Usage,
} from '@rheos/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createServer } from '../../src/server.ts'
import { providerEnvironment } from '../acceptance/provider-environment.ts'
import { subscribe } from '../billing/subscribe.ts'
import { proveAddress } from '../prove-address.ts'
import { type OpenaiStandIn, startOpenaiStandIn } from '../providers/openai-stand-in.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { aPress, draw, imageRequest, jsonOf, refused, until } from './asking.ts'

const dayMs = 86_400_000
const desk = '/api/v1/operator'

let turnedMs = 0
const clock = () => Date.now() + turnedMs

let standIn: OpenaiStandIn
let studio: TestStudio
let operator: SignedUp
let person: SignedUp

beforeAll(async () => {
  standIn = await startOpenaiStandIn()
  studio = await startStudio({
    clock,
    environment: {
      ...providerEnvironment(standIn),
      OPERATORS: 'unproven@example.com, Desk@Example.com',
    },
  })
  operator = await studio.signUp({ email: 'desk@example.com', name: 'Grace Desk' })
  await proveAddress(studio, operator)
})
beforeEach(async () => {
  turnedMs = 0
  person = await studio.signUp({ name: 'Ada Test' })
})
afterAll(async () => {
  await studio.close()
  await standIn.close()
})

const at = (path: string) => `${desk}/workspaces/${person.workspaceId}${path}`
const credits = () => person.client.json<Credits>(`${person.workspace}/credits`)
const act = (path: string, body: unknown, press = aPress()) =>
  operator.client.post(at(path), body, press)
const actions = () => operator.client.json<OperatorActions>(at('/actions'))

const inDays = (days: number) => new Date(clock() + days * dayMs).toISOString()
const aGrant = (changes: Record<string, unknown> = {}) => ({
  credits: 30,
  endsAt: inDays(10),
  reason: 'Sorry for the slow day',
  ...changes,
})

describe('the guard', () => {
  const routes = () =>
    createServer(studio.context).routes.filter(
      ({ path, method }) => path.startsWith(`${desk}/`) && method !== 'ALL',
    )

  test('for everybody else there is nothing at any of the addresses', async () => {
    expect(routes().length).toBeGreaterThanOrEqual(14)
    const unproven = await studio.signUp({ email: 'unproven@example.com' })
    const nowhere = await (await person.client.get('/api/v1/no/such/address')).json()
    for (const { method, path } of routes()) {
      const address = path.replaceAll(/:\w+/g, person.workspaceId)
      for (const client of [person.client, unproven.client, studio.visitor()]) {
        const answer = await client.request(method, address, {
          headers: { 'content-type': 'application/json', ...aPress() },
          ...(method === 'POST' && { body: '{}' }),
        })
        expect(await jsonOf(answer, 404), `${method} ${path}`).toEqual(nowhere)
      }
    }
  })

  test('whose proven address is listed may, whatever its case, and is told so', async () => {
    expect(await operator.client.json<Me>('/api/v1/me')).toMatchObject({ operator: 'yes' })
    expect(await person.client.json<Me>('/api/v1/me')).toMatchObject({ operator: 'no' })
    expect((await operator.client.get(`${desk}/workspaces`)).status).toBe(200)
  })

  test('the public description of the API does not name the desk', async () => {
    const document = await studio.visitor().json<{ paths: object }>('/openapi.json')
    expect(Object.keys(document.paths).filter((path) => path.includes('operator'))).toEqual([])
  })
})

describe('finding', () => {
  const find = (q: string, more = '') =>
    operator.client.json<FoundWorkspaces>(`${desk}/workspaces?q=${encodeURIComponent(q)}${more}`)

  test('by any part of name, owner’s address and id, whatever the case', async () => {
    const mark = randomUUID()
    const sought = await studio.signUp({ email: `${mark}@shop.example` })
    await sought.client.patch(sought.workspace, { name: 'Lindenhof 100% Bakery' })
    for (const q of [mark.slice(3, 20), `${mark}@SHOP`, 'lindenHOF 100%', sought.workspaceId]) {
      const { items } = await find(q)
      expect(items, q).toMatchObject([
        {
          id: sought.workspaceId,
          name: 'Lindenhof 100% Bakery',
          owner: { name: 'Ada Test', email: `${mark}@shop.example` },
          plan: 'free',
          members: 1,
        },
      ])
    }
    expect((await find('%%%')).items).toEqual([])
    expect((await find('nobody has this name')).items).toEqual([])
  })

  test('page by page, newest first', async () => {
    const all = (await find('', '&limit=100')).items.map(({ id }) => id)
    expect(all.length).toBeGreaterThan(2)
    const first = await find('', '&limit=2')
    const second = await find('', `&limit=2&cursor=${first.next}`)
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all.slice(0, 4))
    await refused(operator.client.get(`${desk}/workspaces?cursor=nonsense`), 400, 'invalid_request')
  })

  test('shows one workspace with its people, credits and operations', async () => {
    await draw(person, { tier: 'pro' })
    expect(await operator.client.json<InspectedWorkspace>(at(''))).toMatchObject({
      id: person.workspaceId,
      owner: { email: person.email },
      members: [{ id: person.userId, name: 'Ada Test', role: 'owner' }],
      credits: {
        balance: 390,
        grants: [{ kind: 'allowance', available: 390, reason: 'allowance' }],
      },
    })
    const usage = await operator.client.json<Usage>(at('/usage'))
    expect(usage.items).toMatchObject([{ action: 'image.pro', credits: 10 }])
    const explanation = await operator.client.json<Explanation>(at('/explanation'))
    expect(explanation).toEqual({
      ...(await person.client.json<Explanation>(`${person.workspace}/credits/explanation`)),
      at: explanation.at,
    })
    const past = await operator.client.get(at(`/explanation?at=2020-01-01T00:00:00Z`))
    await refused(past, 404, 'not_found')
  })

  test('what is not there is not found', async () => {
    await refused(operator.client.get(`${desk}/workspaces/none`), 404, 'not_found')
    const grant = operator.client.post(`${desk}/workspaces/none/grants`, aGrant(), aPress())
    await refused(grant, 404, 'not_found')
  })
})

describe('granting', () => {
  test('gives credits until a day, once for a press, and tells both sides why', async () => {
    const press = aPress()
    const endsAt = inDays(10)
    const first = await jsonOf<OperatorAction>(act('/grants', aGrant({ endsAt }), press), 200)
    expect(first).toMatchObject({
      kind: 'grant',
      operator: 'Grace Desk',
      credits: 30,
      reason: 'Sorry for the slow day',
    })
    expect(first.result).toMatch(/^30 credits granted until \d+ \w+ \d{4}, \d\d:\d\d UTC\.$/)
    turnedMs += 60_000
    expect(await jsonOf(act('/grants', aGrant({ endsAt }), press), 200)).toEqual(first)
    await refused(
      act('/grants', aGrant({ endsAt, credits: 31 }), press),
      409,
      'idempotency_conflict',
    )
    expect(await credits()).toMatchObject({ balance: 430 })
    expect((await actions()).items).toEqual([first])
    const { ledger } = studio.context
    const entries = await ledger.entries(person.workspaceId, { limit: 10 })
    expect(entries.at(-1)).toMatchObject({
      kind: 'grant',
      amount: 30,
      actor: { memberId: operator.userId },
      reason: 'Sorry for the slow day',
    })
    const { lines, grants } = await person.client.json<Explanation>(
      `${person.workspace}/credits/explanation`,
    )
    expect(grants).toContainEqual(
      expect.objectContaining({ kind: 'granted', reason: 'Sorry for the slow day' }),
    )
    expect(lines.at(-1)).toMatchObject({ kind: 'grant', credits: 30, balance: 430 })
  })

  test('the same press from two tabs at once gives once', async () => {
    const press = aPress()
    const body = aGrant({ endsAt: inDays(3) })
    const both = await Promise.all([act('/grants', body, press), act('/grants', body, press)])
    const [one, other] = await Promise.all(both.map((answer) => jsonOf(answer, 200)))
    expect(other).toEqual(one)
    expect(await credits()).toMatchObject({ balance: 430 })
  })

  test('refuses amounts, ends and reasons that make no sense', async () => {
    const bad: readonly Record<string, unknown>[] = [
      { credits: 0 },
      { credits: -5 },
      { credits: 1.5 },
      { credits: '30' },
      { credits: 1_000_000_000 },
      { credits: undefined },
      { endsAt: inDays(-1) },
      { endsAt: inDays(500) },
      { endsAt: 'soon' },
      { reason: '' },
      { reason: '   ' },
      { reason: undefined },
      { reason: 'x'.repeat(301) },
      { more: true },
    ]
    for (const changes of bad) {
      await refused(act('/grants', aGrant(changes)), 400, 'invalid_request')
    }
    await refused(act('/grants', aGrant(), {}), 400, 'invalid_request')
    expect(await credits()).toMatchObject({ balance: 400 })
    expect((await actions()).items).toEqual([])
  })
})

describe('making good', () => {
  const reason = 'The picture was blank'

  test('gives back into the grant while it lives, and never more than was charged', async () => {
    const { id } = await draw(person, { count: 2 })
    const press = aPress()
    const body = { operationId: id, credits: 5, reason }
    const first = await jsonOf<OperatorAction>(act('/make-goods', body, press), 200)
    expect(first.result).toBe('5 credits went back into the grant they came from.')
    expect(await jsonOf(act('/make-goods', body, press), 200)).toEqual(first)
    expect(await credits()).toMatchObject({ balance: 395 })
    const more = await refused(act('/make-goods', { ...body, credits: 6 }), 400, 'invalid_request')
    expect(more.detail).toMatch(/Only 5 credits/)
    await jsonOf(act('/make-goods', body), 200)
    await refused(act('/make-goods', body), 409, 'conflict')
    expect(await credits()).toMatchObject({ balance: 400 })
    const { items } = await person.client.json<Usage>(`${person.workspace}/credits/usage`)
    expect(items[0]?.why).toBe('Given back by support: The picture was blank')
  })

  test('comes as a grant of its own where the cycle has ended', async () => {
    const { id } = await draw(person)
    turnedMs += 40 * dayMs
    const body = { operationId: id, credits: 5, reason }
    const { result } = await jsonOf<OperatorAction>(act('/make-goods', body), 200)
    expect(result).toMatch(/^5 credits came as a grant until /)
    expect(await credits()).toMatchObject({ balance: 405 })
  })

  test('refuses what was not charged and what is not there', async () => {
    standIn.images.always({ kind: 'refuse' })
    const { id } = await draw(person)
    standIn.images.reset()
    await refused(act('/make-goods', { operationId: id, credits: 5, reason }), 409, 'conflict')
    const none = { operationId: randomUUID(), credits: 5, reason }
    await refused(act('/make-goods', none), 404, 'not_found')
    await refused(act('/make-goods', { operationId: id, credits: 5 }), 400, 'invalid_request')
  })
})

describe('taking away', () => {
  test('takes what a grant has available, with a reason that both sides see', async () => {
    const [grant] = (await credits()).grants
    const body = { grantId: grant?.id, credits: 100, reason: 'Farmed by a script' }
    const press = aPress()
    const first = await jsonOf<OperatorAction>(act('/adjustments', body, press), 200)
    expect(first).toMatchObject({ kind: 'adjust', credits: 100, result: '100 credits taken away.' })
    expect(await jsonOf(act('/adjustments', body, press), 200)).toEqual(first)
    expect(await credits()).toMatchObject({ balance: 300 })
    const tooMuch = await refused(
      act('/adjustments', { ...body, credits: 301 }),
      400,
      'invalid_request',
    )
    expect(tooMuch.detail).toMatch(/has 300 credits available/)
    await refused(act('/adjustments', { ...body, grantId: 'none' }), 404, 'not_found')
    const { lines } = await person.client.json<Explanation>(
      `${person.workspace}/credits/explanation`,
    )
    expect(lines.at(-1)).toMatchObject({ kind: 'adjustment', reason: 'Farmed by a script' })
  })
})

describe('releasing a hold', () => {
  const reason = 'The provider hangs'
  const press = () =>
    person.client.post(`${person.workspace}/generations`, imageRequest({ count: 2 }), aPress())
  const generation = (id: string) =>
    person.client.json<Record<string, unknown>>(`${person.workspace}/generations/${id}`)

  test('ends the generation, gives its credits back and tells the worker to stop', async () => {
    standIn.images.always({ kind: 'hang' })
    const { id } = await jsonOf<{ id: string }>(press(), 202)
    await until(async () => ((await generation(id))['status'] === 'running' ? true : undefined))
    expect(await credits()).toMatchObject({ held: 10 })
    const key = aPress()
    const body = { operationId: id, reason }
    const first = await jsonOf<OperatorAction>(act('/releases', body, key), 200)
    expect(first.result).toBe('It was stopped, and 10 credits came back.')
    expect(await credits()).toMatchObject({ held: 0, balance: 400 })
    expect(await generation(id)).toMatchObject({
      status: 'cancelled',
      error: { code: 'cancelled', detail: `Stopped by support: ${reason}` },
    })
    expect(await jsonOf(act('/releases', body, key), 200)).toEqual(first)
    await refused(act('/releases', body), 409, 'conflict')
    standIn.images.reset()
    // The worker is free again, and the books agree.
    await draw(person)
    await studio.context.audits.run()
    const [latest] = await studio.context.audits.latest()
    expect(latest).toMatchObject({ findingCount: 0, findings: [] })
  })

  test('refuses what has ended and what is not there', async () => {
    const { id } = await draw(person)
    const ended = await refused(act('/releases', { operationId: id, reason }), 409, 'conflict')
    expect(ended.detail).toMatch(/cost 5 credits: make it good instead/)
    await refused(act('/releases', { operationId: randomUUID(), reason }), 404, 'not_found')
    await refused(act('/releases', { operationId: id }), 400, 'invalid_request')
  })
})

test('what was done cannot be changed, and outlives the workspace', async () => {
  await jsonOf(act('/grants', aGrant()), 200)
  const { pool } = studio.context.database
  await expect(pool.query(`update studio.operator_actions set reason = 'x'`)).rejects.toThrow(
    /never changed/,
  )
  const left = await person.client.post('/api/auth/delete-user', { password: person.password })
  expect(left.status).toBe(200)
  await refused(operator.client.get(at('')), 404, 'not_found')
  const { rows } = await pool.query(
    'select reason from studio.operator_actions where workspace_id = $1',
    [person.workspaceId],
  )
  expect(rows).toEqual([{ reason: 'Sorry for the slow day' }])
})

describe('prices and margin', () => {
  const line = (margin: Margin, action: string) =>
    margin.lines.find((each) => each.action === action)

  test('a preview says what recent usage would have cost', async () => {
    const prices = {
      'image.standard': 8,
      'image.pro': 10,
      'image.upscale': 5,
      'website.import': 20,
      'text.ideas': 1,
      'text.caption': 0,
      'text.post': 0,
      'text.rewrite': 0,
      'text.slides': 0,
    }
    const preview = () =>
      jsonOf<PricePreview>(operator.client.post(`${desk}/price-book/preview`, { prices }), 200)
    const of = ({ lines }: PricePreview, action: string) =>
      lines.find((each) => each.action === action)
    const before = of(await preview(), 'image.standard')
    await draw(person, { count: 3 })
    const after = of(await preview(), 'image.standard')
    const units = (before?.units ?? 0) + 3
    expect(after).toEqual({
      action: 'image.standard',
      units,
      charged: (before?.charged ?? 0) + 15,
      inForce: units * 5,
      proposed: units * 8,
    })
    await refused(
      operator.client.post(`${desk}/price-book/preview`, {
        prices: { ...prices, 'text.post': -1 },
      }),
      400,
      'invalid_request',
    )
  })

  test('cost is counted by model, of what is free too, at the price of its day', async () => {
    const margin = () => operator.client.json<Margin>(`${desk}/margin?days=2`)
    await draw(person, { count: 2 })
    const writing = { kind: 'caption', direction: 'Bread', quote: { version: 2, credits: 0 } }
    await person.client.post(`${person.workspace}/writing`, writing).then((answer) => answer.text())
    const unpriced = line(await margin(), 'text.caption')
    expect(unpriced).toMatchObject({ priced: false, costMicros: 0, credits: 0 })
    const { provider = '', model = '', units = 0 } = unpriced ?? {}
    const price = {
      provider,
      model,
      action: 'text.caption',
      effectiveFrom: '2026-01-01',
      micros: 1500,
      source: 'Their price page, today',
    }
    const press = aPress()
    const path = `${desk}/provider-prices`
    const set = await jsonOf(operator.client.post(path, price, press), 201)
    expect(await jsonOf(operator.client.post(path, price, press), 201)).toEqual(set)
    const other = { ...price, micros: 1 }
    await refused(operator.client.post(path, other, press), 409, 'idempotency_conflict')
    const priced = await margin()
    expect(line(priced, 'text.caption')).toMatchObject({ priced: true, costMicros: units * 1500 })
    expect(priced.total.costMicros).toBe(units * 1500)
    expect(priced.days).toHaveLength(2)
    expect(priced.days.at(-1)).toMatchObject({ costMicros: units * 1500 })
    for (const changes of [{ micros: -1 }, { micros: 0.5 }, { action: 'x' }, { source: '' }]) {
      const bad = operator.client.post(path, { ...price, ...changes }, aPress())
      await refused(bad, 400, 'invalid_request')
    }
    await refused(operator.client.get(`${desk}/margin?days=0`), 400, 'invalid_request')
  })

  test('credits are worth what their plan takes for them', async () => {
    const value = async () =>
      (await operator.client.json<Margin>(`${desk}/margin?days=1`)).total.valueMicros
    const before = await value()
    await draw(person)
    expect(await value()).toBe(before)
    await studio.context.database.pool.query(
      `update studio.workspaces set plan = 'business' where id = $1`,
      [person.workspaceId],
    )
    await draw(person, { count: 3 })
    // 15 credits of 1,500 for £29.
    expect((await value()) - before).toBe(290_000)
  })
})

describe('payments', () => {
  const payments = () => operator.client.json<Payments>(`${desk}/payments`)

  test('shows plan and bills of a workspace, as its owner sees them', async () => {
    await subscribe(person, 'business')
    const { plan, billing } = await operator.client.json<InspectedWorkspace>(at(''))
    expect(plan).toBe('business')
    expect(billing).toEqual(await person.client.json<Billing>(`${person.workspace}/billing`))
    expect(billing.invoices).toMatchObject([{ status: 'paid', total: { amount: 2900 } }])
    const { items } = await operator.client.json<FoundWorkspaces>(
      `${desk}/workspaces?q=${person.workspaceId}`,
    )
    expect(items).toMatchObject([{ plan: 'business' }])
  })

  test('an event that failed is shown, and acted on again', async () => {
    const { pool } = studio.context.database
    const id = `evt_${randomUUID()}`
    await pool.query(
      `insert into studio.billing_events (id, type, payload, customer_id, happened_at, received_at,
         state, attempts, error)
       values ($1, 'invoice.paid', '{}', 'cus_nobody', now(), now(), 'received', 3, 'It timed out.')`,
      [id],
    )
    const shown = async () => (await payments()).failedEvents.find((event) => event.id === id)
    expect(await shown()).toMatchObject({
      type: 'invoice.paid',
      attempts: 3,
      error: 'It timed out.',
    })
    await jsonOf(operator.client.post(`${desk}/payments/events/${id}/replay`), 202)
    const state = async () =>
      (await pool.query('select state from studio.billing_events where id = $1', [id])).rows[0]
        ?.state
    await until(async () => ((await state()) === 'ignored' ? true : undefined))
    expect(await shown()).toBeUndefined()
    await refused(operator.client.post(`${desk}/payments/events/none/replay`), 404, 'not_found')
    expect(await requests('replay')).toEqual([{ operator_id: operator.userId, target_id: id }])
  })

  test('what no rule settles stands there until an operator says how it was settled', async () => {
    const matter = { id: 'line il_1', sentence: 'A line is in another currency.' }
    await studio.context.database.pool.query(
      `insert into studio.billing_attention (workspace_id, id, sentence, at) values ($1, $2, $3, now())`,
      [person.workspaceId, matter.id, matter.sentence],
    )
    const shown = async () =>
      (await payments()).attention.filter((row) => row.workspaceId === person.workspaceId)
    expect(await shown()).toMatchObject([{ ...matter, workspace: 'Ada’s workspace' }])
    const body = { attentionId: matter.id, reason: 'Refunded by hand' }
    await refused(act('/attended', { ...body, reason: '' }), 400, 'invalid_request')
    await refused(act('/attended', { ...body, attentionId: 'none' }), 404, 'not_found')
    const press = aPress()
    const done = await jsonOf<OperatorAction>(act('/attended', body, press), 200)
    expect(done).toMatchObject({ kind: 'attend', reason: 'Refunded by hand', credits: 0 })
    expect(await jsonOf(act('/attended', body, press), 200)).toEqual(done)
    expect(await shown()).toEqual([])
  })

  test('plans whose payment failed', async () => {
    await studio.context.database.pool.query(
      `insert into studio.subscriptions (workspace_id, id, live, snapshot, fingerprint, read_at)
       values ($1, $2, true, $3, 'x', now())`,
      [
        person.workspaceId,
        `sub_${randomUUID()}`,
        JSON.stringify({ status: 'past_due', period: { start: Date.parse('2026-11-01'), end: 0 } }),
      ],
    )
    expect((await payments()).unpaid).toMatchObject([
      {
        workspaceId: person.workspaceId,
        workspace: 'Ada’s workspace',
        since: '2026-11-01T00:00:00.000Z',
      },
    ])
  })
})

test('an audit runs on demand, as a job, and its result is kept', async () => {
  const before = await operator.client.json<AuditResults>(`${desk}/audits`)
  // What it answers may have the new one already: a small ledger is looked through at once.
  expect((await operator.client.post(`${desk}/audits`)).status).toBe(202)
  // The desk itself is not asked again and again: it answers so many times a minute and no more.
  const { audits } = studio.context
  await until(async () => ((await audits.isAsked()) ? undefined : true))
  const done = await operator.client.json<AuditResults>(`${desk}/audits`)
  expect(done.running).toBe(false)
  expect(done.items.length).toBeGreaterThan(before.items.length)
  expect(done.items[0]).toMatchObject({ findingCount: 0, findings: [] })
  expect(done.items[0]?.looked).toMatchObject({ accounts: expect.any(Number) })
  expect(await requests('audit')).toEqual([{ operator_id: operator.userId, target_id: null }])
})

/** What was asked for that concerns no one workspace, and by whom. */
async function requests(kind: 'replay' | 'audit') {
  const { rows } = await studio.context.database.pool.query(
    'select operator_id, target_id from studio.operator_requests where kind = $1',
    [kind],
  )
  return rows
}
