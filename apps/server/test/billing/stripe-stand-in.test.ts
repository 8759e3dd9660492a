import Stripe from 'stripe'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SignedEvent, ToldEvent } from '../../src/billing/billing-provider.ts'
import { StripeBilling } from '../../src/billing/stripe/stripe-billing.ts'
import { createStripeClient } from '../../src/billing/stripe/stripe-client.ts'
import type { Weather } from './stripe-stand-in/deliveries.ts'
import { StripeStandIn } from './stripe-stand-in/stripe-stand-in.ts'

const day = 86_400_000
let now = Date.UTC(2026, 4, 4, 8)
let stripe: StripeStandIn
let client: Stripe

beforeEach(async () => {
  stripe = await StripeStandIn.start({ clock: () => now })
  client = createStripeClient(stripe.config)
})
afterEach(() => stripe.close())

describe('the Stripe of tests is as strict as the real one', () => {
  test('about parameters, keys and versions', async () => {
    await expect(
      client.customers.create({ email: 'a@example.com', nickname: 'Ada' } as never),
    ).rejects.toThrow('nickname')
    await expect(client.subscriptions.list({ limit: 101 })).rejects.toThrow('limit')
    await expect(client.tokens.retrieve('tok_1')).rejects.toThrow('Unrecognized request URL')
    const stranger = createStripeClient({ ...stripe.config, secretKey: 'sk_test_other' })
    await expect(stranger.customers.create({})).rejects.toThrow('Invalid API Key')
    const old = await fetch(`${stripe.config.apiUrl}/v1/subscriptions`, {
      headers: {
        authorization: `Bearer ${stripe.config.secretKey}`,
        'stripe-version': '2020-08-27',
      },
    })
    expect(old.status).toBe(400)
  })

  test('about how deep it expands, and what it expands', async () => {
    stripe.subscribe({})
    const list = (expand: string) => client.subscriptions.list({ expand: [expand] })
    const { data } = await list('data.latest_invoice.payments')
    expect(data[0]?.latest_invoice).toMatchObject({
      object: 'invoice',
      payments: { object: 'list' },
    })
    expect((await client.invoices.list()).data[0]).not.toHaveProperty('payments')
    await expect(list('data.latest_invoice.payments.data.payment')).rejects.toThrow('4 levels')
  })

  test('about one key for two requests, and answers the same request as before', async () => {
    const options = { idempotencyKey: 'once' }
    const first = await client.customers.create({ email: 'a@example.com' }, options)
    expect((await client.customers.create({ email: 'a@example.com' }, options)).id).toBe(first.id)
    await expect(client.customers.create({ email: 'b@example.com' }, options)).rejects.toThrow(
      Stripe.errors.StripeIdempotencyError,
    )
  })

  test('about what can be undone', async () => {
    const { subscriptionId } = stripe.subscribe({})
    const { data } = await client.invoices.list({ subscription: subscriptionId })
    await expect(client.invoices.voidInvoice(data[0]?.id ?? '')).rejects.toThrow('open invoices')
    await client.subscriptions.cancel(subscriptionId)
    await expect(client.subscriptions.cancel(subscriptionId)).rejects.toThrow('No such')
  })
})

test('a bill of a new period is written at its start and charged an hour later', async () => {
  const { subscriptionId } = stripe.subscribe({})
  now = Date.UTC(2026, 5, 4, 8, 30)
  const provider = new StripeBilling(stripe.config)
  const early = await provider.read(subscriptionId)
  expect(early).toMatchObject({ status: 'active', period: { start: Date.UTC(2026, 5, 4, 8) } })
  expect(early?.invoices[0]).toMatchObject({ status: 'open', failed: false, payUrl: undefined })
  now = Date.UTC(2026, 5, 4, 9, 30)
  expect((await provider.read(subscriptionId))?.invoices[0]).toMatchObject({ status: 'paid' })
})

test('a trial is billed as nothing, and then in full from its end', async () => {
  const trialEnd = now + 14 * day
  const { subscriptionId } = stripe.subscribe({ trialEnd })
  const provider = new StripeBilling(stripe.config)
  const trial = await provider.read(subscriptionId)
  expect(trial).toMatchObject({ status: 'trialing', period: { end: trialEnd } })
  expect(trial?.invoices[0]).toMatchObject({ status: 'paid', total: 0, lines: [{ trial: true }] })
  now = trialEnd + day
  expect(await provider.read(subscriptionId)).toMatchObject({
    status: 'active',
    period: { start: trialEnd },
    invoices: [{ status: 'paid', total: 2900, lines: [{ trial: false }] }, { total: 0 }],
  })
})

test('what is sold at a price of somebody else’s is for none of our plans', async () => {
  stripe.addPrice('price_of_another', { amount: 1000, currency: 'EUR' })
  const { subscriptionId } = stripe.subscribe({ price: 'price_of_another' })
  const provider = new StripeBilling(stripe.config)
  expect(await provider.read(subscriptionId)).toMatchObject({
    workspaceId: undefined,
    plan: undefined,
    invoices: [{ currency: 'EUR', lines: [{ plan: undefined }] }],
  })
})

test('10,000 subscriptions are read in about a hundred requests', async () => {
  for (let made = 0; made < 10_000; made += 1)
    stripe.subscribe({ workspaceId: `workspace-${made}` })
  const before = stripe.requests.length
  const provider = new StripeBilling(stripe.config)
  let read = 0
  for await (const page of provider.all()) read += page.length
  expect(read).toBe(10_000)
  expect(stripe.requests.length - before).toBeLessThan(110)
}, 120_000)

test('what was told and lost can be asked for: ends, and money that went back', async () => {
  const provider = new StripeBilling(stripe.config)
  const { subscriptionId, customerId } = stripe.subscribe({ workspaceId: 'workspace' })
  const [invoice] = (await provider.read(subscriptionId))?.invoices ?? []
  stripe.refund(invoice?.id ?? '')
  stripe.dispute(invoice?.id ?? '', 'open')
  await provider.endNow(subscriptionId)
  const told: ToldEvent[] = []
  for await (const page of provider.eventsSince(now - day)) told.push(...page)
  const own = await Promise.all(
    told.map(async ({ event }) => ({ ...event, of: await provider.customerOf(event) })),
  )
  const types = own.filter(({ of }) => of === customerId).map(({ type }) => type)
  expect(types).toEqual(
    expect.arrayContaining([
      'customer.subscription.deleted',
      'charge.refunded',
      'charge.dispute.created',
    ]),
  )
})

describe('events in bad weather', () => {
  const weather: Weather = { seed: 7, dropped: 0.1, doubled: 0.1, delayed: 0.1, shuffled: true }

  async function delivered(given?: Weather): Promise<string[]> {
    const ids: string[] = []
    const onEvent = async ({ rawBody }: SignedEvent) => void ids.push(JSON.parse(rawBody).id)
    const standIn = await StripeStandIn.start({
      clock: () => now,
      onEvent,
      ...(given && { weather: given }),
    })
    for (let made = 0; made < 50; made += 1) standIn.subscribe({})
    await standIn.deliver()
    await standIn.deliver()
    await standIn.close()
    return ids
  }

  test('are lost, doubled, late and shuffled, the same for the same seed', async () => {
    const all = await delivered()
    const some = await delivered(weather)
    expect(all).toEqual([...new Set(all)].toSorted())
    expect(some).toEqual(await delivered(weather))
    expect(some).not.toEqual(await delivered({ ...weather, seed: 8 }))
    expect(new Set(some).size).toBeLessThan(all.length)
    expect(new Set(some).size).toBeLessThan(some.length)
    expect(some).not.toEqual(some.toSorted())
  })
})
