import { TurningClock } from '@rheos/credits/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Random } from '../../../../../packages/credits/test/random.ts'
import type { SignedEvent } from '../../../src/billing/billing-provider.ts'
import { until } from '../../acceptance/person.ts'
import { startStudio, type TestStudio } from '../../studio.ts'
import { StripeStandIn } from '../stripe-stand-in/stripe-stand-in.ts'
import { unmatched } from './matched.ts'
import { Payer } from './payer.ts'

/** So many workspaces in each run; 200 of them are a matter of patience. */
const workspaces = Number(process.env['BILLING_WORKSPACES'] ?? 8)
const seed = 20_261_126
const days = 365

const hourMs = 3_600_000
const clock = new TurningClock(Date.UTC(2027, 0, 31, 9, 20, 30))
const random = new Random(seed)

let studio: TestStudio
let stripe: StripeStandIn

beforeAll(async () => {
  stripe = await StripeStandIn.start({
    clock: clock.now,
    onEvent: bring,
    weather: { seed, dropped: 0.1, doubled: 0.1, delayed: 0.1, shuffled: true },
  })
  studio = await startStudio({ clock: clock.now, config: { stripe: stripe.config } })
})
afterAll(async () => {
  await studio?.close()
  await stripe?.close()
})

/** As the payment provider's webhook does. */
async function bring({ rawBody, signature }: SignedEvent): Promise<void> {
  const headers = { 'stripe-signature': signature, 'content-type': 'application/json' }
  const address = `${studio.url}/api/v1/webhooks/stripe`
  const answer = await fetch(address, { method: 'POST', headers, body: rawBody })
  if (!answer.ok) throw new Error(`An event was not taken: ${await answer.text()}`)
}

/** Until everything that events gave rise to is done. */
async function quiet(): Promise<void> {
  await until(async () => {
    const { rows } = await studio.context.database.pool.query(
      `select 1 from graphile_worker.jobs where task_identifier = 'read_billing' limit 1`,
    )
    return rows.length === 0 || undefined
  })
}

async function liveOneDay(payers: readonly Payer[]): Promise<void> {
  clock.turn(random.between(20, 28) * hourMs)
  stripe.advance()
  for (const payer of payers) await payer.live()
  await stripe.deliver()
  await quiet()
  await studio.context.billingSync.applyAllDue()
}

async function compare(): Promise<readonly string[]> {
  const { failed } = await studio.context.compareBilling()
  expect(failed).toBe(0)
  await quiet()
  return unmatched(studio.context.database.pool, stripe.bills())
}

test(`a year of ${workspaces} workspaces with 30 % of events lost, twice or late: entries match invoices`, async () => {
  const town = { context: studio.context, stripe }
  const payers: Payer[] = []
  for (let number = 1; number <= workspaces; number += 1) {
    payers.push(await Payer.arrive(town, random.fork(), `payer-${number}`))
  }
  for (let day = 1; day <= days; day += 1) {
    await liveOneDay(payers)
    expect(await compare(), `on day ${day}`).toEqual([])
  }
  expect((await studio.context.ledger.audit()).findings).toEqual([])
  expect(stripe.bills().length).toBeGreaterThan(workspaces * 3)
}, 3_600_000)
