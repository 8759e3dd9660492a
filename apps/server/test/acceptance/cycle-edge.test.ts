import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenaiStandIn, startOpenaiStandIn } from '../providers/openai-stand-in.ts'
import type { Behaviour } from '../providers/scripted-replies.ts'
import { startStudio, type TestStudio } from '../studio.ts'
import { expectBooksToBalance } from './audit.ts'
import { Person, until } from './person.ts'
import { providerEnvironment } from './provider-environment.ts'

let standIn: OpenaiStandIn
let studio: TestStudio
let now = Date.now()

beforeAll(async () => {
  standIn = await startOpenaiStandIn()
  studio = await startStudio({ clock: () => now, environment: providerEnvironment(standIn, 20) })
})
afterAll(async () => {
  await studio.close()
  await standIn.close()
})

describe('the clock passes the end of the cycle', () => {
  it('the balance is the allowance exactly, nothing rolls over', async () => {
    const person = await Person.signUp(studio.url)
    await person.ended((await person.draw()).body.id)
    const before = await person.credits()
    expect(before.balance).toBe(395)
    now = Date.parse(before.resetsAt)
    const after = await person.credits()
    expect(after).toMatchObject({ balance: 400, available: 400, spent: 0 })
    expect(after.cycle.start).toBe(before.cycle.end)
    await expectBooksToBalance(studio.context.database.pool)
  })

  it('work begun before settles in the old cycle and leaves the new one untouched', async () => {
    const person = await beginBeforeTheEnd({ kind: 'slow', ms: 700 })
    const generation = await person.ended(person.generationId)
    expect(generation.credits).toMatchObject({ spent: 5, released: 0 })
    await expectFreshCycle(person)
  })

  it('work begun before that comes to nothing expires with its grant', async () => {
    const person = await beginBeforeTheEnd({ kind: 'hang' })
    await person.in('POST', `/generations/${person.generationId}/cancel`)
    expect((await person.ended(person.generationId)).credits).toMatchObject({
      spent: 0,
      released: 5,
    })
    await expectFreshCycle(person)
  })
})

/** A generation that runs when the cycle ends. */
async function beginBeforeTheEnd(behaviour: Behaviour): Promise<Person & { generationId: string }> {
  const person = await Person.signUp(studio.url)
  const { resetsAt } = await person.credits()
  now = Date.parse(resetsAt) - 1000
  standIn.images.next(behaviour)
  const { body } = await person.draw()
  await until(async () =>
    (await person.generation(body.id)).status === 'running' ? true : undefined,
  )
  now = Date.parse(resetsAt)
  return Object.assign(person, { generationId: body.id })
}

async function expectFreshCycle(person: Person): Promise<void> {
  expect(await person.credits()).toMatchObject({ balance: 400, available: 400, held: 0, spent: 0 })
  await expectBooksToBalance(studio.context.database.pool)
}

describe('an anchor at the end of a month', () => {
  it.each([
    ['2027-12-29', ['2028-01-29', '2028-02-29', '2028-03-29']],
    ['2027-12-30', ['2028-01-30', '2028-02-29', '2028-03-30']],
    ['2027-12-31', ['2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30', '2028-05-31']],
    ['2026-12-31', ['2027-01-31', '2027-02-28', '2027-03-31']],
  ])('on %s resets on the right days', async (day, resets) => {
    now = Date.parse(`${day}T09:20:00Z`)
    const person = await Person.signUp(studio.url)
    for (const reset of resets) {
      const { resetsAt } = await person.credits()
      expect(resetsAt).toBe(`${reset}T09:20:00.000Z`)
      now = Date.parse(resetsAt)
    }
    await expectBooksToBalance(studio.context.database.pool)
  })
})

describe('the price book changes', () => {
  it('a press before it gets its first answer after it; an old quote is refused with the new price', async () => {
    now = Date.parse('2026-05-31T23:59:00Z')
    const person = await Person.signUp(studio.url)
    const seen = await person.price('image.standard')
    expect(seen.credits).toBe(10)
    const key = 'one-press'
    const first = await person.draw({ key, quote: seen })
    expect(first.body.credits.held).toBe(10)
    await person.ended(first.body.id)
    now = Date.parse('2026-06-01T00:00:00Z')
    expect(await person.draw({ key, quote: seen })).toMatchObject({
      status: 202,
      body: { id: first.body.id, credits: { held: 10 } },
    })
    expect(await person.draw({ quote: seen })).toMatchObject({
      status: 409,
      body: { code: 'price_changed', quote: { version: seen.version + 1, credits: 5 } },
    })
    expect((await person.usage()).items[0]).toMatchObject({
      unitPrice: 10,
      credits: 10,
      priceVersion: seen.version,
    })
  })
})
