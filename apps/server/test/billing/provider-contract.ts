import type { PaidPlanId } from '@rheos/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type BillingProvider,
  BillingProviderError,
  EventRefusedError,
  type SignedEvent,
} from '../../src/billing/billing-provider.ts'
import type { Invoice, Subscription } from '../../src/billing/subscription.ts'
import { plans } from '../../src/plans/plans.ts'

export const cards = {
  good: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  asks: '4000 0025 0000 3155',
  failsLater: '4000 0000 0000 0341',
} as const

/** A provider, and the hands of the person, the bank and the operator who deal with it. */
export interface ProviderAtWork {
  readonly provider: BillingProvider
  /** What it has told so far. */
  readonly events: readonly SignedEvent[]
  now(): number
  /** Time passes, and what was due happens. */
  turnTo(instant: number): Promise<void>
  pay(checkoutId: string, card: string): Promise<'paid' | 'confirm' | 'declined'>
  confirmCheckout(checkoutId: string, approved: boolean): Promise<void>
  changeCard(customerId: string, card: string): Promise<void>
  payInvoice(invoiceId: string): Promise<void>
  confirmInvoice(invoiceId: string, approved: boolean): Promise<void>
  refund(invoiceId: string, amount?: number): Promise<void>
  dispute(invoiceId: string, state: 'open' | 'won' | 'lost'): Promise<void>
  close(): Promise<void>
}

const day = 86_400_000

/** What every provider does, whoever it is. */
export function providerContract(name: string, start: () => Promise<ProviderAtWork>): void {
  describe(`${name} bills`, () => {
    let work: ProviderAtWork
    let customers = 0

    beforeAll(async () => {
      work = await start()
    })
    afterAll(() => work?.close())

    async function order(plan: PaidPlanId = 'business', customer = newCustomer()) {
      const { workspaceId, email } = customer
      const customerId = await work.provider.customer(workspaceId, email)
      const checkout = await work.provider.checkout({
        workspaceId,
        plan,
        customerId,
        email,
        successUrl: 'https://studio.test/settings/billing?paid',
        cancelUrl: 'https://studio.test/settings/billing',
        idempotencyKey: `${workspaceId}-${plan}`,
      })
      return { customerId, workspaceId, checkout }
    }

    function newCustomer() {
      customers += 1
      return { workspaceId: `workspace-${customers}`, email: `ada-${customers}@example.com` }
    }

    async function subscribe(card: string = cards.good, plan: PaidPlanId = 'business') {
      const ordered = await order(plan)
      const result = await work.pay(ordered.checkout.id, card)
      if (result === 'confirm') await work.confirmCheckout(ordered.checkout.id, true)
      const { id } = await only(ordered.customerId)
      return { ...ordered, id }
    }

    async function only(customerId: string): Promise<Subscription> {
      const found = await work.provider.ofCustomer(customerId)
      expect(found).toHaveLength(1)
      return found[0] as Subscription
    }

    async function read(id: string): Promise<Subscription> {
      const found = await work.provider.read(id)
      expect(found).toBeDefined()
      return found as Subscription
    }

    test('a paid checkout begins a subscription, and its invoice is for the first period', async () => {
      const { customerId, workspaceId, checkout } = await order('team')
      expect(checkout.url).toMatch(/^https?:/)
      expect(await work.provider.ofCustomer(customerId)).toEqual([])
      expect(await work.pay(checkout.id, cards.good)).toBe('paid')
      const subscription = await only(customerId)
      expect(subscription).toMatchObject({
        customerId,
        workspaceId,
        status: 'active',
        plan: 'team',
        startedAt: subscription.period.start,
        cancelsAt: undefined,
        endedAt: undefined,
        card: { brand: 'visa', last4: '4242' },
      })
      expect(monthLater(subscription.period.start)).toBe(subscription.period.end)
      expect(subscription.invoices).toHaveLength(1)
      expect(subscription.invoices[0]).toMatchObject({
        status: 'paid',
        failed: false,
        currency: 'GBP',
        total: plans.team.price.amount,
        refunded: 0,
        dispute: 'none',
        payUrl: undefined,
        lines: [{ plan: 'team', period: subscription.period, amount: 9500, trial: false }],
      })
      expect(subscription.invoices[0]?.paidAt).toBeGreaterThanOrEqual(subscription.period.start)
      expect(subscription.invoices[0]?.pdfUrl).toMatch(/^https?:/)
      expect(await read(subscription.id)).toEqual(subscription)
    })

    test('a declined card begins nothing, and another card may be tried', async () => {
      const { customerId, checkout } = await order()
      expect(await work.pay(checkout.id, cards.declined)).toBe('declined')
      expect(await work.provider.ofCustomer(customerId)).toEqual([])
      expect(await work.pay(checkout.id, cards.good)).toBe('paid')
      expect((await only(customerId)).status).toBe('active')
    })

    test('a payment that the bank asks about counts once it is approved', async () => {
      const { customerId, checkout } = await order()
      expect(await work.pay(checkout.id, cards.asks)).toBe('confirm')
      await work.confirmCheckout(checkout.id, false)
      expect(await work.provider.ofCustomer(customerId)).toEqual([])
      expect(await work.pay(checkout.id, cards.asks)).toBe('confirm')
      await work.confirmCheckout(checkout.id, true)
      expect((await only(customerId)).invoices[0]?.status).toBe('paid')
    })

    test('the same customer and the same order asked for twice are one', async () => {
      const customer = newCustomer()
      const first = await order('business', customer)
      const second = await order('business', customer)
      expect(second.customerId).toBe(first.customerId)
      expect(second.checkout).toEqual(first.checkout)
    })

    test('an expired checkout cannot be paid, and one that is paid does not expire', async () => {
      const { customerId, checkout } = await order()
      await work.provider.expireCheckout(checkout.id)
      await expect(work.pay(checkout.id, cards.good)).rejects.toThrow()
      expect(await work.provider.ofCustomer(customerId)).toEqual([])
      const paid = await subscribe()
      await work.provider.expireCheckout(paid.checkout.id)
      expect((await read(paid.id)).status).toBe('active')
    })

    test('an upgrade is paid in full for a fresh period, whoever repeats it', async () => {
      const { id } = await subscribe()
      const before = await read(id)
      await work.turnTo(work.now() + 10 * day)
      await work.provider.cancelAtPeriodEnd(id, true)
      expect(await work.provider.upgrade(id, 'team', `upgrade-${id}`)).toEqual({ kind: 'paid' })
      const after = await read(id)
      expect(after).toMatchObject({ plan: 'team', status: 'active', cancelsAt: undefined })
      expect(after.period.start).toBe(before.period.start + 10 * day)
      expect(after.period.end).toBe(monthLater(after.period.start))
      expect(after.invoices).toHaveLength(2)
      expect(after.invoices[0]).toMatchObject({
        status: 'paid',
        total: 9500,
        lines: [{ plan: 'team', period: after.period, amount: 9500 }],
      })
      expect(await work.provider.upgrade(id, 'team', `upgrade-${id}`)).toEqual({ kind: 'paid' })
      expect((await read(id)).invoices).toHaveLength(2)
    })

    test('an upgrade that is declined changes nothing', async () => {
      const { id } = await subscribe(cards.failsLater)
      const before = await read(id)
      const outcome = await work.provider.upgrade(id, 'team', `upgrade-${id}`)
      expect(outcome).toMatchObject({ kind: 'declined', reason: expect.stringMatching(/\.$/) })
      const { invoices, ...after } = await read(id)
      const { invoices: invoicesBefore, ...rest } = before
      expect(after).toEqual(rest)
      expect(invoices.at(-1)).toEqual(invoicesBefore[0])
      expect(invoices.filter(({ status }) => status === 'open')).toEqual([])
      expect(await work.provider.upgrade(id, 'team', `upgrade-${id}`)).toEqual(outcome)
    })

    test('an upgrade that the bank asks about waits for the person', async () => {
      const { id } = await subscribe(cards.asks)
      const before = await read(id)
      const outcome = await work.provider.upgrade(id, 'team', `upgrade-${id}`)
      expect(outcome).toMatchObject({
        kind: 'needs_action',
        url: expect.stringMatching(/^https?:/),
      })
      const waiting = await read(id)
      expect(waiting).toMatchObject({ plan: 'business', period: before.period, status: 'active' })
      expect(waiting.invoices[0]).toMatchObject({ status: 'open', total: 9500 })
      await work.confirmInvoice(waiting.invoices[0]?.id ?? '', true)
      const after = await read(id)
      expect(after).toMatchObject({ plan: 'team', invoices: [{ status: 'paid' }, {}] })
      expect(after.period).toEqual(after.invoices[0]?.lines[0]?.period)
    })

    test('an upgrade that the person refuses, or forgets, changes nothing', async () => {
      const { id } = await subscribe(cards.asks)
      await work.provider.upgrade(id, 'team', `first-${id}`)
      await work.confirmInvoice((await read(id)).invoices[0]?.id ?? '', false)
      await work.provider.upgrade(id, 'team', `second-${id}`)
      await work.turnTo(work.now() + 2 * day)
      const { plan, invoices } = await read(id)
      expect(plan).toBe('business')
      expect(invoices.map(({ status }) => status)).not.toContain('open')
    })

    test('another plan for the next period is billed then, and not before', async () => {
      const { id } = await subscribe(cards.good, 'team')
      const before = await read(id)
      await work.provider.planNext(id, 'business')
      const planned = await read(id)
      expect(planned).toMatchObject({ plan: 'business', period: before.period })
      expect(planned.invoices).toHaveLength(1)
      await work.turnTo(before.period.end + day)
      const { invoices } = await read(id)
      expect(invoices[0]).toMatchObject({ status: 'paid', total: 2900 })
      expect(invoices[0]?.lines[0]).toMatchObject({
        plan: 'business',
        period: { start: before.period.end },
      })
    })

    test('a cancellation ends it at the end of its period, unless it is taken back', async () => {
      const stays = await subscribe()
      const ends = await subscribe()
      await work.provider.cancelAtPeriodEnd(stays.id, true)
      await work.provider.cancelAtPeriodEnd(ends.id, true)
      const { period, cancelsAt, status } = await read(ends.id)
      expect({ cancelsAt, status }).toEqual({ cancelsAt: period.end, status: 'active' })
      await work.provider.cancelAtPeriodEnd(stays.id, false)
      await work.turnTo(period.end + day)
      expect(await read(ends.id)).toMatchObject({ status: 'ended', endedAt: period.end })
      expect((await read(ends.id)).invoices).toHaveLength(1)
      expect(await read(stays.id)).toMatchObject({ status: 'active', cancelsAt: undefined })
      expect((await read(stays.id)).invoices).toHaveLength(2)
    })

    test('periods are counted from the anchor', async () => {
      await work.turnTo(Date.UTC(new Date(work.now()).getUTCFullYear() + 1, 0, 31, 10))
      const { id } = await subscribe()
      const ends: string[] = []
      for (let month = 0; month < 3; month += 1) {
        const { period } = await read(id)
        ends.push(new Date(period.end).toISOString().slice(5, 13))
        await work.turnTo(period.end + day)
      }
      expect(ends).toEqual([expect.stringMatching(/^02-2[89]T10$/), '03-31T10', '04-30T10'])
      const { invoices } = await read(id)
      expect(invoices.map(({ status }) => status)).toEqual(['paid', 'paid', 'paid', 'paid'])
      const starts = invoices.map(({ lines }) => lines[0]?.period.start)
      expect(new Set(starts).size).toBe(4)
    })

    test('a failed renewal is tried again and can be paid with another card', async () => {
      const { id, customerId } = await subscribe(cards.failsLater)
      const { period } = await read(id)
      await work.turnTo(period.end + day)
      const behind = await read(id)
      expect(behind).toMatchObject({ status: 'past_due', period: { start: period.end } })
      const [invoice] = behind.invoices
      expect(invoice).toMatchObject({ status: 'open', failed: true, paidAt: undefined })
      expect(invoice?.payUrl).toMatch(/^https?:/)
      expect(await work.provider.upgrade(id, 'team', `late-${id}`)).toMatchObject({
        kind: 'declined',
      })
      await work.changeCard(customerId, cards.good)
      await work.payInvoice(invoice?.id ?? '')
      const paid = await read(id)
      expect(paid).toMatchObject({ status: 'active', card: { last4: '4242' } })
      expect(paid.invoices[0]).toMatchObject({ id: invoice?.id, status: 'paid', failed: false })
      expect(paid.period).toEqual(behind.period)
    })

    test('a renewal that is never paid ends the subscription', async () => {
      const { id } = await subscribe(cards.failsLater)
      const { period } = await read(id)
      await work.turnTo(period.end + 20 * day)
      const ended = await read(id)
      expect(ended.status).toBe('ended')
      expect(ended.endedAt).toBeGreaterThan(period.end)
      expect(ended.endedAt).toBeLessThan(period.end + 20 * day)
      expect(ended.invoices[0]?.status).not.toBe('paid')
    })

    test('money that goes back is told on its invoice', async () => {
      const { id } = await subscribe()
      const [invoice] = (await read(id)).invoices
      await work.refund(invoice?.id ?? '', 900)
      expect(await firstInvoice(id)).toMatchObject({ status: 'paid', refunded: 900 })
      await work.refund(invoice?.id ?? '')
      expect(await firstInvoice(id)).toMatchObject({ refunded: 2900, dispute: 'none' })
    })

    test.each(['won', 'lost'] as const)(
      'a dispute is told while it is open and once it is %s',
      async (state) => {
        const { id, customerId } = await subscribe()
        const [invoice] = (await read(id)).invoices
        await work.dispute(invoice?.id ?? '', 'open')
        expect(await firstInvoice(id)).toMatchObject({ dispute: 'open' })
        await work.dispute(invoice?.id ?? '', state)
        expect(await firstInvoice(id)).toMatchObject({ dispute: state })
        const event = work.provider.event(work.events.at(-1) as SignedEvent, work.now())
        expect(event.type).toBe('charge.dispute.closed')
        expect(await work.provider.customerOf(event)).toBe(customerId)
      },
    )

    async function firstInvoice(id: string): Promise<Invoice | undefined> {
      return (await read(id)).invoices[0]
    }

    test('it can be ended at once, twice, and then nothing more is wanted', async () => {
      const { id } = await subscribe(cards.failsLater)
      const { period } = await read(id)
      await work.turnTo(period.end + day)
      await work.provider.endNow(id)
      await work.provider.endNow(id)
      const ended = await read(id)
      expect(ended.status).toBe('ended')
      expect(ended.endedAt).toBe(work.now())
      expect(ended.invoices.map(({ status }) => status)).toEqual(['void', 'paid'])
      await expect(work.provider.planNext(id, 'team')).rejects.toThrow(BillingProviderError)
    })

    test('those that live come in pages, those that ended do not', async () => {
      const live = await subscribe()
      const over = await subscribe()
      await work.provider.endNow(over.id)
      const byId = new Map<string, Subscription>()
      for await (const page of work.provider.all()) {
        expect(page.length).toBeLessThanOrEqual(100)
        for (const subscription of page) byId.set(subscription.id, subscription)
      }
      expect(byId.get(live.id)).toMatchObject({ status: 'active', invoices: [{ status: 'paid' }] })
      expect(byId.has(over.id)).toBe(false)
    })

    test('a portal is a page of its own', async () => {
      const { customerId } = await subscribe()
      const { url } = await work.provider.portal(customerId, 'https://studio.test/back')
      expect(url).toMatch(/^https?:/)
    })

    test('what is not there is undefined to a reader and an error to who would change it', async () => {
      const unknown = 'sub_that_never_was'
      expect(await work.provider.read(unknown)).toBeUndefined()
      expect(await work.provider.ofCustomer('cus_that_never_was')).toEqual([])
      await work.provider.endNow(unknown)
      const changes = [
        () => work.provider.planNext(unknown, 'team'),
        () => work.provider.cancelAtPeriodEnd(unknown, true),
        () => work.provider.upgrade(unknown, 'team', 'a-key'),
      ]
      for (const change of changes) await expect(change()).rejects.toThrow(BillingProviderError)
    })

    test('events are believed when they are signed, whole and young', async () => {
      const { id, customerId } = await subscribe()
      const signed = work.events.at(-1) as SignedEvent
      const told = work.events.map((event) => work.provider.event(event, timeOf(event)))
      expect(told).toContainEqual(
        expect.objectContaining({ customerId, subscriptionId: id, type: 'invoice.paid' }),
      )
      expect(new Set(told.map((event) => event.id)).size).toBe(told.length)
      const { rawBody, signature } = signed
      const now = timeOf(signed)
      const forged = signature.replace(/v1=[0-9a-f]{8}/, 'v1=00000000')
      const refused: [SignedEvent, number][] = [
        [{ rawBody, signature: forged }, now],
        [{ rawBody, signature: '' }, now],
        [{ rawBody: rawBody.replace('{', '{ '), signature }, now],
        [{ rawBody: rawBody.replace(/evt_\w/, 'evt_x'), signature }, now],
        [signed, now + 301_000],
      ]
      for (const [event, at] of refused)
        expect(() => work.provider.event(event, at)).toThrow(EventRefusedError)
      expect(work.provider.event(signed, now + 299_000).id).toBe(told.at(-1)?.id)
    })
  })
}

/** When it was signed. */
function timeOf({ signature }: SignedEvent): number {
  return Number(/t=(\d+)/.exec(signature)?.[1]) * 1000
}

/** Of a day that every month has. */
function monthLater(instant: number): number {
  const date = new Date(instant)
  return date.setUTCMonth(date.getUTCMonth() + 1)
}
