import { expect, test } from 'vitest'
import { periodKey } from '../../src/billing/law/paid-period.ts'
import { priceOf, SimulatedWorkspace } from './simulated-workspace.ts'

const dayMs = 86_400_000
const start = Date.UTC(2026, 6, 31, 9, 20, 30)
const signUp = () => SimulatedWorkspace.signUp(start)

/** A workspace on a paid plan, five days after signing up. */
async function paying(plan: 'business' | 'team' = 'business'): Promise<SimulatedWorkspace> {
  const workspace = await signUp()
  workspace.now += 5 * dayMs
  await workspace.wish(plan)
  await workspace.sync()
  return workspace
}

function periodEnd(workspace: SimulatedWorkspace): number {
  const [subscription] = workspace.living()
  if (subscription === undefined) throw new Error('Nothing lives.')
  return subscription.period.end
}

const lastInvoice = (workspace: SimulatedWorkspace) => {
  const invoice = workspace.invoices().at(-1)
  if (invoice === undefined) throw new Error('There is no invoice.')
  return invoice
}

test('[B1] what follows is in force from its instant on, though nothing was written', async () => {
  const workspace = await paying()
  await workspace.wish('free')
  await workspace.sync()
  workspace.now = periodEnd(workspace) - 1
  expect(workspace.plan).toBe('business')
  workspace.now += 1
  expect(workspace.plan).toBe('free')
  expect(workspace.standing.plan).toBe('business')
})

test('[B2] a trial and a first payment that did not succeed give no plan', async () => {
  const workspace = await signUp()
  const trialEnd = start + 7 * dayMs
  workspace.account.card = '4242424242424242'
  workspace.bill((biller) => biller.begin(priceOf('team'), trialEnd))
  await workspace.sync()
  expect([workspace.plan, await workspace.available()]).toEqual(['free', 400])
  workspace.now = trialEnd
  await workspace.sync()
  expect([workspace.plan, await workspace.available()]).toEqual(['team', 4000])
})

test('[B3] the line that is paid late confirms the grant that was there', async () => {
  const workspace = await paying()
  workspace.now = periodEnd(workspace)
  expect(await workspace.available()).toBe(1500)
  const opened = workspace.periods.at(-1)
  expect(opened).toMatchObject({ state: 'opened', granted: 1500, lineId: undefined })
  await workspace.sync()
  expect(workspace.periods).toHaveLength(2)
  expect(workspace.periods.at(-1)).toMatchObject({ state: 'paid', granted: 1500 })
  expect(await workspace.available()).toBe(1500)
})

test.each([
  ['another currency', { id: 'business', amount: 2900, currency: 'USD' }],
  ['a price that is none of ours', { id: 'legacy', amount: 9900, currency: 'GBP' }],
  ['a discount', { id: 'team', amount: 4750, currency: 'GBP' }],
  ['an invoice of zero', { id: 'team', amount: 0, currency: 'GBP' }],
])('[B4] %s gives nothing and is put before the operator', async (_, price) => {
  const workspace = await signUp()
  workspace.bill((biller) => biller.begin(price))
  workspace.bill((biller) => {
    const invoice = lastInvoice(workspace)
    if (invoice.status === 'open') biller.payInvoice(invoice, '4242424242424242')
  })
  const { attention } = await workspace.sync()
  expect([workspace.plan, await workspace.available()]).toEqual(['free', 400])
  expect(attention).toHaveLength(1)
})

test('[B5] a failed payment takes what is left, a late one gives back exactly that', async () => {
  const workspace = await paying()
  workspace.account.card = '4000000000000341'
  workspace.now = periodEnd(workspace)
  await workspace.spend(100)
  await workspace.sync()
  expect([workspace.plan, await workspace.available()]).toEqual(['business', 0])
  expect(workspace.periods.at(-1)).toMatchObject({ state: 'unpaid', taken: 1000, shortfall: 500 })
  workspace.bill((biller) => biller.payInvoice(lastInvoice(workspace), '4242424242424242'))
  await workspace.sync()
  expect(await workspace.available()).toBe(1000)
  expect(workspace.periods.at(-1)).toMatchObject({ state: 'paid', taken: 0, shortfall: 0 })
})

test('[B6] who owes gets nothing in advance, and everything when it is paid', async () => {
  const workspace = await paying()
  workspace.account.card = '4000000000000341'
  workspace.now = periodEnd(workspace)
  await workspace.spend(10)
  await workspace.sync()
  workspace.now += 20 * dayMs
  await workspace.sync()
  expect(workspace.plan).toBe('free')
  workspace.account.card = '4242424242424242'
  await workspace.wish('business')
  await workspace.sync()
  expect(await workspace.available()).toBe(1500)
  workspace.now = periodEnd(workspace)
  expect(await workspace.available()).toBe(0)
  await workspace.sync()
  expect(await workspace.available()).toBe(1500)
})

test('[B7] [B8] Free’s rest ends with the first payment; an upgrade leaves what was paid for', async () => {
  const workspace = await signUp()
  await workspace.spend(10)
  workspace.now += 3 * dayMs
  await workspace.wish('business')
  await workspace.sync()
  expect(await workspace.available()).toBe(1500)
  workspace.now += 20 * dayMs
  await workspace.wish('team')
  await workspace.sync()
  expect(await workspace.available()).toBe(5500)
  workspace.now = start + 3 * dayMs + 31 * dayMs
  expect(await workspace.available()).toBe(4000)
})

test('[B9] a downgrade changes nothing before the end of the period', async () => {
  const workspace = await paying('team')
  await workspace.wish('business')
  await workspace.sync()
  expect([workspace.plan, await workspace.available()]).toEqual(['team', 4000])
  workspace.now = periodEnd(workspace)
  expect([workspace.plan, await workspace.available()]).toEqual(['business', 1500])
})

test('[B10] [B11] after a cancellation Free counts its months from the end', async () => {
  const workspace = await paying()
  await workspace.wish('free')
  await workspace.sync()
  expect(await workspace.available()).toBe(1500)
  const end = periodEnd(workspace)
  workspace.now = end + 3 * dayMs
  await workspace.sync()
  expect(await workspace.available()).toBe(400)
  expect(workspace.standing).toMatchObject({ plan: 'free', anchor: end })
})

test('[B12] a subscription that was ended in the provider’s own dashboard gives no second Free in a month', async () => {
  const workspace = await paying()
  await workspace.spend(40)
  workspace.bill((biller) => biller.end(workspace.living()[0] ?? noSubscription()))
  await workspace.sync()
  // What was paid for stays until its end.
  expect([workspace.plan, await workspace.available()]).toEqual(['free', 1300])
  expect(workspace.standing.next).toEqual({ plan: 'free', at: Date.UTC(2026, 7, 31, 9, 20, 30) })
})

test('[B12] Free begins again a month after it last began, and not before', async () => {
  const workspace = await paying()
  await workspace.spend(1)
  workspace.bill((biller) => biller.refund(lastInvoice(workspace)))
  workspace.bill((biller) => biller.end(workspace.account.subscriptions[0] ?? noSubscription()))
  await workspace.sync()
  expect([workspace.plan, await workspace.available()]).toEqual(['free', 0])
  workspace.now = Date.UTC(2026, 7, 31, 9, 20, 30) - 1
  expect(await workspace.available()).toBe(0)
  workspace.now += 1
  expect(await workspace.available()).toBe(400)
})

test('[B13] a refund of all takes the rest for good, one of a part takes nothing', async () => {
  const workspace = await paying()
  const held = await workspace.hold(20)
  workspace.bill((biller) => biller.refund(lastInvoice(workspace), 1000))
  const { attention } = await workspace.sync()
  expect(attention).toHaveLength(1)
  expect(await workspace.available()).toBe(1400)
  workspace.bill((biller) => biller.refund(lastInvoice(workspace)))
  await workspace.sync()
  await workspace.release(held ?? '')
  expect(await workspace.available()).toBe(0)
  expect(workspace.periods[0]).toMatchObject({ state: 'refunded', taken: 1400, shortfall: 100 })
})

test('[B14] a dispute takes the rest, and gives it back when it is won', async () => {
  const workspace = await paying()
  const dispute = (state: 'open' | 'lost' | 'won') => {
    workspace.bill((biller) => biller.dispute(lastInvoice(workspace), state))
    return workspace.sync()
  }
  await workspace.spend(40)
  await dispute('open')
  expect(await workspace.available()).toBe(0)
  await dispute('lost')
  expect(workspace.periods[0]).toMatchObject({ state: 'disputed', shortfall: 200 })
  await dispute('won')
  expect(await workspace.available()).toBe(1300)
})

test('[B15] the subscription paid beside the first is ended and keeps what it paid for', async () => {
  const workspace = await paying()
  workspace.bill((biller) => biller.begin(priceOf('team')))
  const { surplus, attention } = await workspace.sync()
  expect(surplus).toHaveLength(1)
  expect(attention).toHaveLength(1)
  expect(workspace.living()).toHaveLength(1)
  expect([workspace.plan, await workspace.available()]).toEqual(['business', 5500])
})

test('[B17] deciding again on what was decided changes nothing', async () => {
  const workspace = await paying('team')
  const first = await workspace.sync()
  const entries = await workspace.entries()
  const { standing, periods } = await workspace.sync()
  expect({ standing, periods }).toEqual({ standing: first.standing, periods: first.periods })
  expect(await workspace.entries()).toEqual(entries)
  expect(new Set(periods.map(periodKey)).size).toBe(periods.length)
})

test('[B17] [B20] by a clock that is ahead of ours a plan begins a moment later', async () => {
  const workspace = await signUp()
  workspace.now += 5 * dayMs + 3000
  await workspace.wish('business')
  workspace.now -= 3000
  await workspace.sync()
  expect([workspace.plan, await workspace.available()]).toEqual(['free', 400])
  expect(workspace.standing.dueAt).toBe(workspace.now + 3000)
  workspace.now += 3000
  expect([await workspace.available(), workspace.plan]).toEqual([1500, 'business'])
})

test('[B20] what is due is done before credits are looked at', async () => {
  const workspace = await paying()
  expect(workspace.standing.dueAt).toBe(periodEnd(workspace))
  await workspace.wish('free')
  await workspace.sync()
  workspace.now = periodEnd(workspace)
  await workspace.applyDue()
  expect(workspace.standing).toMatchObject({ plan: 'free', next: undefined, dueAt: undefined })
})

function noSubscription(): never {
  throw new Error('There is no subscription.')
}
