import { setTimeout as wait } from 'node:timers/promises'
import Stripe from 'stripe'
import type { SignedEvent } from '../src/billing/billing-provider.ts'
import type { PayingStudio } from './paying-studio.ts'
import { type Percentiles, percentiles } from './percentiles.ts'
import { subscriber } from './subscriber.ts'

export interface WebhooksResult {
  readonly events: number
  readonly perSecond: number
  readonly customers: number
  readonly answerMs: Percentiles
  /** The baseline: the same events, each acted on before it is answered. */
  readonly actedOnMs: Percentiles
  readonly targetMs: number
}

export interface WebhooksEffort {
  readonly seconds: number
  readonly customers: number
}

const perSecond = 50

/**
 * How fast events are acknowledged while so many come in each second, whether or not those before are
 * answered, and the studio acts on them at the same time.
 */
export async function measureWebhooks(
  paying: PayingStudio,
  { seconds, customers }: WebhooksEffort,
): Promise<WebhooksResult> {
  const subscriptions: Stripe.Subscription[] = []
  for (let number = 0; number < customers; number += 1) {
    subscriptions.push(await subscriber(paying, `payer-${number}`))
  }
  const count = perSecond * seconds
  const told = Array.from({ length: count }, (_, index) =>
    signed(paying, subscriptions[index % customers] as Stripe.Subscription, `evt_bench_${index}`),
  )
  const answers = await atPace(told, (event) => paying.bring(event))
  await idle(paying)
  const { billingSync } = paying.studio.context
  const acted: number[] = []
  for (const { customer } of subscriptions) {
    const began = performance.now()
    await billingSync.readAgain(String(customer))
    acted.push(performance.now() - began)
  }
  return {
    events: count,
    perSecond,
    customers,
    answerMs: percentiles(answers),
    actedOnMs: percentiles(acted),
    targetMs: 100,
  }
}

async function atPace<T>(items: readonly T[], send: (item: T) => Promise<number>) {
  const began = performance.now()
  const sent: Promise<number>[] = []
  for (const [index, item] of items.entries()) {
    const early = began + (index * 1000) / perSecond - performance.now()
    if (early > 0) await wait(early)
    sent.push(send(item))
  }
  return Promise.all(sent)
}

async function idle({ studio }: PayingStudio): Promise<void> {
  const waiting = `select 1 from graphile_worker.jobs where task_identifier = 'read_billing' limit 1`
  while ((await studio.context.database.pool.query(waiting)).rows.length > 0) await wait(50)
}

function signed(
  { stripe }: PayingStudio,
  subscription: Stripe.Subscription,
  id: string,
): SignedEvent {
  const created = Math.floor(Date.now() / 1000)
  const payload = JSON.stringify({
    id,
    object: 'event',
    api_version: Stripe.API_VERSION,
    created,
    data: { object: subscription },
    livemode: false,
    type: 'customer.subscription.updated',
  })
  const signature = Stripe.webhooks.generateTestHeaderString({
    payload,
    secret: stripe.config.webhookSecret,
    timestamp: created,
  })
  return { rawBody: payload, signature }
}
