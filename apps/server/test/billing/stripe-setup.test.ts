import { afterAll, beforeAll, expect, test } from 'vitest'
import { setUpPrices } from '../../src/billing/stripe/set-up-prices.ts'
import { createStripeClient } from '../../src/billing/stripe/stripe-client.ts'
import { plans } from '../../src/plans/plans.ts'
import { runStripeSetup } from '../../src/run-stripe-setup.ts'
import { StripeStandIn } from './stripe-stand-in/stripe-stand-in.ts'

let stripe: StripeStandIn

beforeAll(async () => {
  stripe = await StripeStandIn.start({ clock: Date.now })
})
afterAll(() => stripe?.close())

async function run(secretKey: string | undefined, ...args: string[]) {
  const lines: string[] = []
  const environment = { STRIPE_SECRET_KEY: secretKey, STRIPE_API_URL: stripe.config.apiUrl }
  const code = await runStripeSetup(args, { environment, write: (line) => lines.push(line) })
  return { code, text: lines.join('\n') }
}

test('makes the prices once and names them as settings', async () => {
  const first = await run(stripe.config.secretKey)
  expect(first.code).toBe(0)
  expect(first.text).toMatch(/^STRIPE_PRICE_BUSINESS=price_\w+$/m)
  expect(first.text).toMatch(/^STRIPE_PRICE_TEAM=price_\w+$/m)
  expect(await run(stripe.config.secretKey)).toEqual(first)
  const made = stripe.requests.filter(({ method }) => method === 'POST')
  expect(made.map(({ path }) => path)).toEqual([
    '/v1/products',
    '/v1/prices',
    '/v1/products',
    '/v1/prices',
  ])
})

test('gives a plan whose price has changed a price of its own', async () => {
  const client = createStripeClient(stripe.config)
  const before = await setUpPrices(client, plans)
  const dearer = { ...plans.team, price: { amount: 9900, currency: 'GBP' } }
  const after = await setUpPrices(client, { ...plans, team: dearer })
  expect(after.business).toBe(before.business)
  expect(after.team).not.toBe(before.team)
})

test('touches no live account unasked, and says what is missing', async () => {
  const before = stripe.requests.length
  const live = await run('sk_live_1')
  expect(live).toEqual({ code: 1, text: expect.stringContaining('--live') })
  expect(await run(undefined)).toEqual({
    code: 1,
    text: expect.stringContaining('STRIPE_SECRET_KEY'),
  })
  expect(stripe.requests).toHaveLength(before)
  expect(await run('sk_live_1', '--live')).toEqual({
    code: 1,
    text: expect.stringContaining('Invalid API Key'),
  })
})
