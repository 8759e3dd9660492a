import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readUsage, type UsageParts } from '../../src/usage/read-usage.ts'
import { UsageRollup } from '../../src/usage/usage-rollup.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'

const dayMs = 86_400_000
const began = Date.parse('2026-05-10T09:20:13.123Z')

let studio: TestStudio
let now = began
let rollup: UsageRollup

beforeAll(async () => {
  studio = await startStudio({ clock: () => now })
  const { metered, log } = studio.context
  rollup = new UsageRollup({ metered, log })
})
afterAll(() => studio.close())

type Step =
  | { readonly do: 'wait'; readonly hours: number }
  | { readonly do: 'use'; readonly order: Order; readonly delivered: number }
  | { readonly do: 'begin'; readonly order: Order }
  | { readonly do: 'end'; readonly delivered: number }
  | { readonly do: 'give back'; readonly which: number; readonly credits: number }
  | { readonly do: 'grant'; readonly days: number }
  | { readonly do: 'add up' }

interface Order {
  readonly action: 'image.standard' | 'image.pro' | 'website.import'
  readonly quantity: number
  readonly member: string
  readonly brand: string | undefined
}

const order = fc.record({
  action: fc.constantFrom('image.standard', 'image.pro', 'website.import'),
  quantity: fc.integer({ min: 1, max: 4 }),
  member: fc.constantFrom('ada', 'eve'),
  brand: fc.constantFrom('hearth', 'crumb', undefined),
})
const delivered = fc.integer({ min: 0, max: 4 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('wait'), hours: fc.integer({ min: 1, max: 300 }) }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('use'), order, delivered }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('begin'), order }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('end'), delivered }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('give back'),
      which: fc.nat(),
      credits: fc.integer({ min: 1, max: 20 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('grant'), days: fc.integer({ min: 1, max: 60 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('add up') }) },
) as fc.Arbitrary<Step>

const prices = { 'image.standard': 5, 'image.pro': 10, 'website.import': 20 }
const priceVersion = () => (now < Date.parse('2026-06-01T00:00:00Z') ? 1 : 2)
const unitPrice = (action: Order['action']) =>
  action === 'image.standard' && priceVersion() === 1 ? 10 : prices[action]

/** Lives a life of steps in a workspace of its own. */
async function live(person: SignedUp, steps: readonly Step[]): Promise<void> {
  const { ledger } = studio.context
  const accountId = person.workspaceId
  const used: string[] = []
  const open: { readonly operationId: string; readonly quantity: number }[] = []

  async function begin({ action, quantity, member, brand }: Order) {
    const operationId = randomUUID()
    const credits = unitPrice(action) * quantity
    const held = await ledger.hold({
      accountId,
      operationId,
      action,
      quantity,
      quote: { version: priceVersion(), credits },
      requestHash: 'x',
      actor: { memberId: member, ...(brand !== undefined && { brandId: brand }) },
    })
    if (held.kind === 'held') open.push({ operationId, quantity })
  }
  async function end(delivered: number) {
    const operation = open.pop()
    if (operation === undefined) return
    const { operationId } = operation
    const quantity = Math.min(delivered, operation.quantity)
    if (quantity === 0)
      return void (await ledger.release({ accountId, operationId, reason: 'failed' }))
    await ledger.settle({ accountId, operationId, quantity })
    used.push(operationId)
  }

  for (const next of steps) {
    if (next.do === 'wait') now += next.hours * 3_600_000
    if (next.do === 'begin') await begin(next.order)
    if (next.do === 'end') await end(next.delivered)
    if (next.do === 'add up') await rollup.catchUpWith(accountId)
    if (next.do === 'use') {
      await begin(next.order)
      await end(next.delivered)
    }
    if (next.do === 'grant') {
      await ledger.grant({
        accountId,
        grantId: randomUUID(),
        credits: 100,
        startsAt: now,
        endsAt: now + next.days * dayMs,
        reason: 'as asked',
        actor: {},
      })
    }
    const operationId = next.do === 'give back' ? used[next.which % used.length] : undefined
    if (next.do === 'give back' && operationId !== undefined) {
      const { credits } = next
      const reversalId = randomUUID()
      await ledger.reverse({
        accountId,
        operationId,
        reversalId,
        credits,
        reason: 'faulty',
        actor: {},
      })
    }
  }
}

async function cycleOf(accountId: string) {
  const balance = await studio.context.ledger.balance(accountId)
  if (balance === undefined) throw new Error('The balance is unknown.')
  return balance.cycle
}

/** By another road: from the entries and operations, one by one. */
async function counted(accountId: string, from: number, to: number) {
  const { ledger } = studio.context
  const entries = await ledger.entries(accountId, { limit: 100_000 })
  const { rows } = await studio.context.database.pool.query<{ grant_id: string; ends_at: string }>(
    'select grant_id, ends_at from credits.grants where account_id = $1',
    [accountId],
  )
  const ends = new Map(rows.map((row) => [row.grant_id, Number(row.ends_at)]))
  const sums = {
    action: new Map<string, number>(),
    member: new Map<string, number>(),
    brand: new Map<string, number>(),
  }
  const add = (sum: Map<string, number>, key: string, credits: number) =>
    sum.set(key, (sum.get(key) ?? 0) + credits)
  for (const entry of entries) {
    const inPeriod = entry.at >= from && entry.at < to && (ends.get(entry.grantId) ?? 0) > from
    if (entry.kind !== 'settle' || !inPeriod) continue
    const back = entries.filter((other) => other.corrects === entry.seq)
    const credits = entry.amount - back.reduce((sum, { amount }) => sum + amount, 0)
    const operation = await ledger.operation(accountId, entry.operationId ?? '')
    add(sums.action, operation?.action ?? '', credits)
    add(sums.member, operation?.actor.memberId ?? '', credits)
    add(sums.brand, operation?.actor.brandId ?? '', credits)
  }
  return sums
}

const above = (sums: Iterable<readonly [string, number]>) =>
  new Map([...sums].filter(([, credits]) => credits > 0).toSorted())
const creditsOf = (parts: UsageParts[keyof UsageParts]) =>
  above(parts.map(({ key, credits }) => [key, credits] as const))

describe('what a period cost', () => {
  test('is what the ledger says, however far the rollup has come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 5, maxLength: 40 }),
        fc.array(fc.tuple(fc.nat(60 * 24), fc.nat(60 * 24)), { minLength: 3, maxLength: 3 }),
        async (steps, windows) => {
          now = began
          const person = await studio.signUp()
          const { workspaceId } = person
          await live(person, steps)
          const { ledger, database } = studio.context
          const cycle = await cycleOf(workspaceId)
          const periods = [
            { from: cycle.start, to: cycle.end },
            { from: began - dayMs, to: now + dayMs },
            ...windows.map(([from, hours]) => ({
              from: began + from * 3_600_000,
              to: began + (from + hours + 1) * 3_600_000,
            })),
          ]
          for (const catchUp of [false, true]) {
            if (catchUp) await rollup.catchUpWith(workspaceId)
            for (const period of periods) {
              const parts = await readUsage(database, workspaceId, period)
              const days = await ledger.spentByDay(workspaceId, period)
              expect(creditsOf(parts.day)).toEqual(
                above(days.map(({ date, credits }) => [date, credits] as const)),
              )
              const sums = await counted(workspaceId, period.from, period.to)
              for (const dimension of ['action', 'member', 'brand'] as const) {
                expect(creditsOf(parts[dimension])).toEqual(above(sums[dimension]))
              }
            }
          }
        },
      ),
      { numRuns: 25 },
    )
  }, 120_000)
})
