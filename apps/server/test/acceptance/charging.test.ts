import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type OpenaiStandIn, startOpenaiStandIn } from '../providers/openai-stand-in.ts'
import type { Behaviour } from '../providers/scripted-replies.ts'
import { startStudio, type TestStudio } from '../studio.ts'
import { expectBooksToBalance } from './audit.ts'
import { Person, until } from './person.ts'
import { providerEnvironment } from './provider-environment.ts'

let standIn: OpenaiStandIn
let studio: TestStudio

beforeAll(async () => {
  standIn = await startOpenaiStandIn()
  studio = await startStudio({ environment: providerEnvironment(standIn) })
})
afterEach(() => standIn.images.reset())
afterAll(async () => {
  await studio.close()
  await standIn.close()
})

describe('a success', () => {
  it.each([
    ['standard', 1, 5],
    ['pro', 1, 10],
    ['standard', 4, 20],
  ] as const)('charges the price on the button: %s × %i costs %i', async (tier, count, price) => {
    const person = await Person.signUp(studio.url)
    const asked = await person.draw({ tier, count })
    expect(asked).toMatchObject({
      status: 202,
      body: { status: 'running', credits: { held: price } },
    })
    const generation = await person.ended(asked.body.id)
    expect(generation).toMatchObject({
      status: 'succeeded',
      credits: { held: 0, spent: price, released: 0 },
    })
    expect(generation.assets).toHaveLength(count)
    expect(await person.credits()).toMatchObject({
      balance: 400 - price,
      available: 400 - price,
      held: 0,
      spent: price,
    })
    await expectBooksToBalance(studio.context.database.pool)
  })

  it('is begun by a push, not by the next poll two seconds later', async () => {
    const person = await Person.signUp(studio.url)
    await person.ended((await person.draw()).body.id)
    await person.ended((await person.draw()).body.id)
    const { rows } = await studio.context.database.pool.query<{ waited: string }>(
      `select extract(epoch from started_at - created_at) * 1000 as waited from studio.generations
        where workspace_id = $1 order by created_at desc limit 1`,
      [person.workspaceId],
    )
    expect(Number(rows[0]?.waited)).toBeLessThan(1000)
  })
})

describe('a failure of the provider', () => {
  it.each<[string, Behaviour, string]>([
    ['refuses the content', { kind: 'refuse' }, 'provider_refused'],
    ['is busy for long', { kind: 'busy', retryAfterSeconds: 120 }, 'provider_busy'],
    ['fails', { kind: 'fail' }, 'provider_failed'],
    ['hangs', { kind: 'hang' }, 'provider_timeout'],
    ['answers bad JSON', { kind: 'bad-json' }, 'provider_failed'],
    ['sends bytes that are no image', { kind: 'not-an-image' }, 'provider_failed'],
    ['cuts the connection', { kind: 'cut' }, 'provider_failed'],
  ])('that %s charges nothing and gives the credits back', async (_name, behaviour, code) => {
    const person = await Person.signUp(studio.url)
    standIn.images.always(behaviour)
    const asked = await person.draw()
    expect(asked.status).toBe(202)
    const generation = await person.ended(asked.body.id)
    expect(generation).toMatchObject({
      status: 'failed',
      assets: [],
      credits: { held: 0, spent: 0, released: 5 },
      error: { code },
    })
    expect(generation.error?.detail).toMatch(/^[A-Z].*\.$/)
    expect(await person.credits()).toMatchObject({
      balance: 400,
      available: 400,
      held: 0,
      spent: 0,
    })
    const [item] = (await person.usage()).items
    expect(item).toMatchObject({
      credits: 0,
      outcome: 'not_charged',
      why: generation.error?.detail,
    })
    await expectBooksToBalance(studio.context.database.pool)
  })

  it('in one of four images charges for three and says so', async () => {
    const person = await Person.signUp(studio.url)
    standIn.images.onCall(2, { kind: 'refuse' })
    const generation = await person.ended((await person.draw({ count: 4 })).body.id)
    expect(generation).toMatchObject({
      status: 'succeeded',
      credits: { held: 0, spent: 15, released: 5 },
    })
    expect(generation.assets).toHaveLength(3)
    expect(generation.note).toMatch(/3 of 4/)
    expect((await person.credits()).balance).toBe(385)
    await expectBooksToBalance(studio.context.database.pool)
  })
})

describe('cancelling', () => {
  it('gives the credits back while it runs', async () => {
    const person = await Person.signUp(studio.url)
    standIn.images.always({ kind: 'slow', ms: 1500 })
    const { body } = await person.draw()
    await until(async () =>
      (await person.generation(body.id)).status === 'running' ? true : undefined,
    )
    expect(await person.credits()).toMatchObject({ balance: 400, available: 395, held: 5 })
    await person.in('POST', `/generations/${body.id}/cancel`)
    expect(await person.ended(body.id, 2000)).toMatchObject({
      status: 'cancelled',
      credits: { spent: 0, released: 5 },
    })
    expect(await person.credits()).toMatchObject({ balance: 400, held: 0 })
  })
})

describe('ten at once', () => {
  it('with 12 credits left: two succeed, eight are short', async () => {
    const person = await Person.signUp(studio.url)
    await leave(person, 12)
    const quote = await person.price('image.standard')
    const answers = await Promise.all(Array.from({ length: 10 }, () => person.draw({ quote })))
    const accepted = answers.filter((answer) => answer.status === 202)
    const refused = answers.filter((answer) => answer.status === 402)
    expect([accepted.length, refused.length]).toEqual([2, 8])
    for (const { body } of refused) {
      expect(body).toMatchObject({
        code: 'insufficient_credits',
        price: 5,
        shortBy: 3,
        upgradeBy: 'owner',
      })
      expect(Date.parse(body.resetsAt ?? '')).toBeGreaterThan(Date.now())
    }
    for (const { body } of accepted) expect((await person.ended(body.id)).status).toBe('succeeded')
    expect((await person.credits()).balance).toBe(2)
    await expectBooksToBalance(studio.context.database.pool)
  })

  it('with one key: one generation, one call to the model, ten equal answers', async () => {
    const person = await Person.signUp(studio.url)
    const before = standIn.imageCalls.length
    const [key, quote] = [randomUUID(), await person.price('image.standard')]
    const answers = await Promise.all(Array.from({ length: 10 }, () => person.draw({ key, quote })))
    expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(202))
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1)
    await person.ended(answers[0]?.body.id ?? '')
    expect(standIn.imageCalls.length - before).toBe(1)
    expect((await person.credits()).spent).toBe(5)
  })

  it('one key for another request is a conflict', async () => {
    const person = await Person.signUp(studio.url)
    const key = randomUUID()
    expect((await person.draw({ key })).status).toBe(202)
    expect(await person.draw({ key, prompt: 'Something else' })).toMatchObject({
      status: 409,
      body: { code: 'idempotency_conflict' },
    })
  })

  it('a workspace cannot park its credits in the queue', async () => {
    // None ends before all are asked, on however busy a machine.
    const patient = await startStudio({ environment: providerEnvironment(standIn, 60) })
    onTestFinished(() => patient.close())
    const person = await Person.signUp(patient.url)
    standIn.images.always({ kind: 'hang' })
    const quote = await person.price('image.standard')
    const answers = await Promise.all(Array.from({ length: 25 }, () => person.draw({ quote })))
    const refused = answers.filter((answer) => answer.status !== 202)
    expect(refused.length).toBe(5)
    for (const answer of refused)
      expect(answer).toMatchObject({ status: 429, body: { code: 'too_many_in_progress' } })
    const accepted = answers.filter((answer) => answer.status === 202)
    for (const { body } of accepted) await person.in('POST', `/generations/${body.id}/cancel`)
    for (const { body } of accepted) await person.ended(body.id)
    expect(await person.credits()).toMatchObject({ balance: 400, held: 0 })
  })
})

describe('another price than the one seen', () => {
  it('is refused with the new price and charges nothing', async () => {
    const person = await Person.signUp(studio.url)
    const { version } = await person.price('image.standard')
    expect(await person.draw({ quote: { version, credits: 4 } })).toMatchObject({
      status: 409,
      body: { code: 'price_changed', price: 5, quote: { version, credits: 5 } },
    })
    expect((await person.credits()).balance).toBe(400)
  })
})

/** Takes back all credits but so many. */
async function leave(person: Person, credits: number): Promise<void> {
  const { balance, grants } = await person.credits()
  await studio.context.ledger.adjust({
    accountId: person.workspaceId,
    adjustmentId: randomUUID(),
    grantId: grants[0]?.id ?? '',
    credits: balance - credits,
    reason: 'test',
    actor: {},
  })
  expect((await person.credits()).available).toBe(credits)
}
