import { cycleStart, type Entry } from '@rheos/credits'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planOf } from '../../src/billing/test-billing/subscription-view.ts'
import type { TestInvoice, TestInvoiceLine } from '../../src/billing/test-billing/test-account.ts'
import { plans } from '../../src/plans/plans.ts'
import { type SeenGrant, SimulatedWorkspace } from './simulated-workspace.ts'

/** So many lives in each run; another number of them, or another seed, is a matter of patience. */
const lives = 10_000
const seed = 20_261_126

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** The cards that a customer may put on file. */
const cards = ['4242424242424242', '4000000000000341', '4000000000000002']

type Step =
  | { readonly do: 'wish'; readonly plan: 'free' | 'business' | 'team' }
  | { readonly do: 'wait'; readonly hours: number }
  | { readonly do: 'look' | 'due' | 'pay' | 'end' }
  | { readonly do: 'spend'; readonly images: number }
  | { readonly do: 'work'; readonly images: number; readonly fails: boolean }
  | { readonly do: 'card'; readonly card: number }
  | { readonly do: 'refund'; readonly back: number }
  | { readonly do: 'dispute'; readonly back: number; readonly state: 'open' | 'won' | 'lost' }
  | { readonly do: 'plan_at_provider'; readonly plan: 'business' | 'team' }
  | { readonly do: 'cancel_at_provider'; readonly cancels: boolean }
  | { readonly do: 'buy_twice'; readonly plan: 'business' | 'team' }

const plan = fc.constantFrom('business', 'team')
const images = fc.integer({ min: 1, max: 500 })
const back = fc.integer({ min: 0, max: 2 })

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('wish'),
      plan: fc.constantFrom('free', 'business', 'team'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('wait'),
      hours: fc.oneof(fc.integer({ min: 1, max: 72 }), fc.integer({ min: 73, max: 24 * 40 })),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('look', 'due', 'pay') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('end') }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('spend'), images }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('work'), images, fails: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('card'), card: fc.integer({ min: 0, max: 2 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('refund'), back }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('dispute'),
      back,
      state: fc.constantFrom('open', 'won', 'lost'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('plan_at_provider'), plan }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('cancel_at_provider'), cancels: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('buy_twice'), plan }) },
) as fc.Arbitrary<Step>

/** The awkward days of a month, at an odd hour. */
const start = fc
  .integer({ min: 0, max: 400 })
  .map((days) => Date.UTC(2026, 6, 1, 9, 20, 30) + days * dayMs)

test('[B21] whatever happens: nothing is given unpaid, nothing paid is lost, and it ends as the provider says', async () => {
  const life = fc.asyncProperty(
    start,
    fc.array(step, { minLength: 3, maxLength: 18 }),
    async (begin, steps) => {
      const workspace = await SimulatedWorkspace.signUp(begin)
      const working = new Set<string>()
      for (const each of steps) await take(workspace, each, working)
      // Faults are off: what is hourly comes, and everything is looked at.
      workspace.now += hourMs
      await workspace.sync()
      const twice = await workspace.sync()
      await assertLawful(workspace)
      expect((await workspace.sync()).periods).toEqual(twice.periods)
    },
  )
  await fc.assert(life, { numRuns: lives, seed })
}, 300_000)

/** Triggers are steps of their own: they come at once, late, twice, for nothing or never. */
async function take(
  workspace: SimulatedWorkspace,
  each: Step,
  working: Set<string>,
): Promise<void> {
  const { account } = workspace
  switch (each.do) {
    case 'wish':
      return workspace.wish(each.plan)
    case 'wait':
      workspace.now += each.hours * hourMs
      return
    case 'look':
      await workspace.sync()
      return assertLawful(workspace)
    case 'due':
      return workspace.applyDue()
    case 'spend':
      return workspace.spend(each.images)
    case 'work': {
      for (const id of working) await (each.fails ? workspace.release(id) : workspace.settle(id, 1))
      working.clear()
      const id = await workspace.hold(each.images)
      if (id !== undefined) working.add(id)
      return
    }
    case 'card':
      account.card = cards[each.card] ?? null
      return
    case 'pay':
      return workspace.bill((biller) => {
        const open = account.invoices.find(({ status }) => status === 'open')
        if (open !== undefined) biller.payInvoice(open, '4242424242424242')
      })
    case 'end':
      return workspace.bill((biller) => {
        for (const subscription of workspace.living()) biller.end(subscription)
      })
    case 'refund':
      return workspace.bill((biller) => {
        const invoice = paidInvoice(workspace, each.back)
        if (invoice !== undefined && invoice.refunded === 0) biller.refund(invoice)
      })
    case 'dispute':
      return workspace.bill((biller) => {
        const invoice = paidInvoice(workspace, each.back)
        if (invoice !== undefined) biller.dispute(invoice, each.state)
      })
    case 'plan_at_provider':
      return workspace.bill((biller) => {
        const [subscription] = workspace.living()
        if (subscription !== undefined)
          biller.planNext(subscription, { id: each.plan, ...plans[each.plan].price })
      })
    case 'cancel_at_provider':
      return workspace.bill((biller) => {
        const [subscription] = workspace.living()
        if (subscription !== undefined) biller.cancelAtPeriodEnd(subscription, each.cancels)
      })
    case 'buy_twice':
      return workspace.bill((biller) => {
        account.card = '4242424242424242'
        biller.begin({ id: each.plan, ...plans[each.plan].price })
      })
  }
}

function paidInvoice(workspace: SimulatedWorkspace, back: number): TestInvoice | undefined {
  return workspace
    .invoices()
    .filter(({ status }) => status === 'paid')
    .at(-1 - back)
}

/** Judged from invoices, entries and grants alone: nothing here knows how it was decided. */
async function assertLawful(workspace: SimulatedWorkspace): Promise<void> {
  const entries = await workspace.entries()
  const numbers = numbersOf(entries, workspace.grants)
  const grants = [...workspace.grants.values()].filter(({ id }) => numbers.has(id))
  const free = grants.filter(({ kind, amount }) => kind === 'allowance' && amount === 400)
  const paid = grants.filter((grant) => !free.includes(grant))
  assertFreeApart(free)
  for (const { id, endsAt } of free) {
    const isLeft = workspace.plan !== 'free' && endsAt > workspace.now
    if (isLeft) expect(numbers.get(id)?.usable).toBe(numbers.get(id)?.used)
  }
  const lines = workspace.invoices().flatMap((invoice) =>
    invoice.lines.map((line) => ({
      line,
      subscriptionId: invoice.subscriptionId,
      isGood: isGood(invoice),
      wasPaid: invoice.status === 'paid',
    })),
  )
  const periods = new Map<string, Billed[]>()
  for (const each of lines) {
    const key = `${each.line.period.start} ${each.line.period.end}`
    periods.set(key, [...(periods.get(key) ?? []), each])
  }
  let unpaidUse = 0
  for (const billed of periods.values()) {
    const { start, end } = (billed[0] as Billed).line.period
    const own = paid.filter((grant) => grant.startsAt >= start && grant.endsAt === end)
    const usable = own.reduce((sum, { id }) => sum + (numbers.get(id)?.usable ?? 0), 0)
    const used = own.reduce((sum, { id }) => sum + (numbers.get(id)?.used ?? 0), 0)
    // One period gives one allowance, however often it is billed.
    const paidFor = new Map(
      billed.flatMap(({ line, isGood, subscriptionId }) =>
        isGood ? [[`${subscriptionId} ${line.price.id}`, creditsOf(line)]] : [],
      ),
    )
    const due = [...paidFor.values()].reduce((sum, credits) => sum + credits, 0)
    const isRunning = start <= workspace.now && workspace.now < end
    // What was used of a payment that was lost stays used, and so does what was used in advance of one
    // that never came.
    const lost = billed.every(({ isGood }) => isGood) ? 0 : used
    const unpaid = usable - Math.max(due + lost, used)
    // Of a month that is over, what was used counts: the rest has expired, whoever noticed.
    const isLawful = isRunning ? usable >= due && unpaid <= used : used <= due + plans.team.credits
    if (!isLawful) {
      const [from, to, now] = [start, end, workspace.now].map(iso)
      expect.fail(`${usable} for ${due}, ${used} used: ${JSON.stringify({ from, to, now, own })}`)
    }
    const wasLost = billed.some(({ wasPaid, isGood }) => wasPaid && !isGood)
    if ((isRunning && unpaid > 0) || (used > due && !wasLost)) unpaidUse += 1
  }
  expect(unpaidUse).toBeLessThanOrEqual(1)
  assertPlan(workspace)
}

function assertPlan(workspace: SimulatedWorkspace): void {
  const living = workspace.living().filter(({ status }) => status !== 'incomplete')
  if (living.length === 0) {
    expect(workspace.plan).toBe('free')
    return
  }
  expect(living).toHaveLength(1)
  const [subscription] = living
  const paidFor = workspace
    .invoices()
    .filter((invoice) => invoice.subscriptionId === subscription?.id && isGood(invoice))
    .flatMap(({ lines }) => lines)
    .filter(({ period }) => period.start === subscription?.period.start)
    .map(({ price }) => planOf(price))
  if (paidFor.length > 0) expect(paidFor).toContain(workspace.plan)
}

function assertFreeApart(free: readonly SeenGrant[]): void {
  const starts = free.map(({ startsAt }) => startsAt).sort((a, b) => a - b)
  for (const [index, at] of starts.entries()) {
    const before = starts[index - 1]
    if (before !== undefined) expect(at).toBeGreaterThanOrEqual(cycleStart(before, 1) - 3 * dayMs)
  }
}

interface Billed {
  readonly line: TestInvoiceLine
  readonly subscriptionId: string
  readonly isGood: boolean
  readonly wasPaid: boolean
}

interface Numbers {
  usable: number
  used: number
}

/** What of each grant could be used, and what was or is set aside. */
function numbersOf(
  entries: readonly Entry[],
  grants: ReadonlyMap<string, SeenGrant>,
): ReadonlyMap<string, Numbers> {
  const numbers = new Map<string, Numbers>()
  for (const { grantId, kind, amount, from, to, at } of entries) {
    const grant = numbers.get(grantId) ?? { usable: 0, used: 0 }
    if (kind === 'grant') grant.usable += amount
    const isEarly = at < (grants.get(grantId)?.endsAt ?? 0)
    const isTaken = kind === 'adjust' || (to === 'expired' && isEarly)
    if (isTaken) grant.usable -= amount
    if (to === 'held' || to === 'spent') grant.used += amount
    if (from === 'held' || from === 'spent') grant.used -= amount
    numbers.set(grantId, grant)
  }
  return numbers
}

function isGood({ status, refunded, total, dispute }: TestInvoice): boolean {
  return status === 'paid' && refunded < total && dispute !== 'open' && dispute !== 'lost'
}

function creditsOf({ price }: TestInvoiceLine): number {
  const plan = planOf(price)
  return plan === undefined ? 0 : plans[plan].credits
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}
