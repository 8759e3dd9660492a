import { describe, expect, it } from 'vitest'
import { Biller, testTerms } from './biller.ts'
import { emptyTestAccount, type TestSubscription } from './test-account.ts'

const business = { id: 'business', amount: 2900, currency: 'GBP' }
const team = { id: 'team', amount: 9500, currency: 'GBP' }
const good = '4242424242424242'
const asks = '4000002500003155'
const failsLater = '4000000000000341'
const day = 86_400_000

function billed(card: string, at = Date.UTC(2026, 0, 31, 12)) {
  const account = emptyTestAccount('cus_1', 'workspace', 'ada@example.com')
  const newId = (kind: string) => `${kind}_${account.made}`
  const biller = new Biller(account, { terms: testTerms, newId })
  biller.advance(at)
  biller.changeCard(card)
  const subscription = biller.begin(business)
  return { biller, subscription, at }
}

function invoicesOf(biller: Biller) {
  return biller.account.invoices.map(({ status, total }) => `${status} ${total}`)
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}

describe('time', () => {
  it('makes up for every period that nobody looked at, each counted from the anchor', () => {
    const { biller, subscription } = billed(good)
    biller.advance(Date.UTC(2027, 0, 31, 12))
    const starts = biller.account.invoices.map(({ lines }) => dayOf(lines[0]?.period.start ?? 0))
    expect(starts).toHaveLength(13)
    expect(starts.slice(0, 5)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ])
    expect(dayOf(subscription.period.end)).toBe('2027-02-28')
  })

  it('gives the same in one step as in many', () => {
    const once = billed(failsLater)
    once.biller.advance(once.at + 40 * day)
    const often = billed(failsLater)
    for (let days = 1; days <= 40; days += 1) often.biller.advance(often.at + days * day)
    expect(often.biller.account).toEqual(once.biller.account)
    expect(often.biller.events).toEqual(once.biller.events)
  })
})

describe('a card that fails', () => {
  it('is tried on the third, fifth and seventh day, and then it is over', () => {
    const { biller, subscription } = billed(failsLater)
    const due = subscription.period.end
    biller.advance(due + 10 * day)
    const failed = biller.events.filter(({ type }) => type === 'invoice.payment_failed')
    expect(failed.map(({ at }) => (at - due) / day)).toEqual([0, 3, 5, 7])
    expect(subscription).toMatchObject({ status: 'ended', endedAt: due + 7 * day })
    expect(invoicesOf(biller)).toEqual(['paid 2900', 'uncollectible 2900'])
  })

  it('is charged by itself again once it is another one', () => {
    const { biller, subscription } = billed(failsLater)
    biller.advance(subscription.period.end + day)
    biller.changeCard(good)
    biller.advance(subscription.period.start + 3 * day)
    expect(subscription.status).toBe('active')
    expect(invoicesOf(biller)).toEqual(['paid 2900', 'paid 2900'])
  })

  it('is not tried by a refused press: only what is charged by itself counts against it', () => {
    const { biller, subscription } = billed(failsLater)
    const upgrade = biller.upgrade(subscription, team, 'key')
    expect(upgrade).toMatchObject({ status: 'open', confirming: null })
    expect(subscription).toMatchObject({ status: 'active', price: business })
  })
})

describe('an upgrade that waits for the bank', () => {
  function waiting(days: number) {
    const { biller, subscription, at } = billed(asks)
    biller.advance(at + days * day)
    return { biller, subscription, invoice: biller.upgrade(subscription, team, 'key') }
  }

  it('begins its period when it was asked for, whenever it is confirmed', () => {
    const { biller, subscription, invoice } = waiting(3)
    biller.advance(invoice.createdAt + 3_600_000)
    biller.confirmInvoice(invoice, true)
    expect(subscription).toMatchObject({ price: team, anchor: invoice.createdAt })
    expect(subscription.period).toEqual(invoice.lines[0]?.period)
  })

  it('is given up after a day, and with the period it was asked for in', () => {
    for (const days of [3, 27.9]) {
      const { biller, subscription, invoice } = waiting(days)
      const { end } = subscription.period
      biller.advance(end + day)
      expect(invoice.status).toBe('void')
      expect(subscription).toMatchObject({ price: business, period: { start: end } })
    }
  })

  it('is replaced by the next one, and ends with its subscription', () => {
    const { biller, subscription, invoice } = waiting(3)
    const next = biller.upgrade(subscription, team, 'another key')
    expect(invoice.status).toBe('void')
    biller.end(subscription)
    expect(next.status).toBe('void')
  })
})

it('a bill can be paid after the end, and brings nothing back', () => {
  const { biller, subscription }: { biller: Biller; subscription: TestSubscription } =
    billed(failsLater)
  biller.advance(subscription.period.end + day)
  biller.end(subscription)
  const [, open] = biller.account.invoices
  biller.advance(subscription.period.end + 60 * day)
  expect(open?.status).toBe('open')
  if (open !== undefined) biller.payInvoice(open, good)
  expect(open?.status).toBe('paid')
  expect(subscription.status).toBe('ended')
})
