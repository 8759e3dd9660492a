import { randomUUID } from 'node:crypto'
import type { Me, WorkspaceEvent } from '@rheos/contract'
import { plans } from '../src/plans/plans.ts'
import { cards } from '../test/billing/subscribe.ts'
import { Client } from '../test/client.ts'
import type { PayingStudio } from './paying-studio.ts'
import { type Percentiles, percentiles } from './percentiles.ts'
import { checkoutIn } from './subscriber.ts'

export interface UpgradeResult {
  readonly upgrades: number
  /** From sending the events of the payment until an open page was told of plan and credits. */
  readonly toPageMs: Percentiles
  /** The baseline: reading the customer at the provider and acting on it, without queue and page. */
  readonly actedOnMs: Percentiles
  readonly targetMs: number
}

/** How long a person who has paid looks at a page that still says Free. */
export async function measureUpgrade(
  paying: PayingStudio,
  upgrades: number,
): Promise<UpgradeResult> {
  const times: number[] = []
  const acted: number[] = []
  for (let round = 0; round < upgrades; round += 1) {
    const { toPageMs, customerId } = await upgradeOnce(paying)
    times.push(toPageMs)
    const began = performance.now()
    await paying.studio.context.billingSync.readAgain(customerId)
    acted.push(performance.now() - began)
  }
  return {
    upgrades,
    toPageMs: percentiles(times),
    actedOnMs: percentiles(acted),
    targetMs: 2000,
  }
}

async function upgradeOnce(paying: PayingStudio) {
  const { studio, stripe, url } = paying
  const client = new Client(url)
  const email = `${randomUUID()}@example.com`
  await client.post('/api/auth/sign-up/email', { name: 'Ada', email, password: 'a long password' })
  const [workspace] = (await client.json<Me>('/api/v1/me')).workspaces
  const path = `/api/v1/workspaces/${workspace?.id}`
  const wish = { plan: 'business', price: plans.business.price }
  const headers = { 'idempotency-key': randomUUID() }
  const answer = await client.post(`${path}/billing/plan`, wish, headers)
  const { url: page } = (await answer.json()) as { url: string }
  const open = await openPage(client, path)
  stripe.pay(checkoutIn(page), cards.good)
  const began = performance.now()
  await stripe.deliver()
  await open.paid
  const toPageMs = performance.now() - began
  open.leave()
  const customerId = await studio.context.billingProvider.customer(workspace?.id ?? '', email)
  return { toPageMs, customerId }
}

/** The stream of an open page; `paid` resolves when it tells of the plan and its credits. */
async function openPage(client: Client, path: string) {
  const { signal, abort } = abortable()
  const answer = await client.request('GET', `${path}/credits/stream`, { signal })
  const events = eventsOf(answer)
  await events.next()
  return { paid: untilPaid(events), leave: abort }
}

function abortable() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}

async function untilPaid(events: AsyncIterator<WorkspaceEvent>): Promise<void> {
  for (;;) {
    const { value, done } = await events.next()
    if (done) throw new Error('The stream ended before the plan was there.')
    const { type } = value
    if (type === 'credits' && value.credits.plan === 'business' && value.credits.balance >= 1500) {
      return
    }
  }
}

async function* eventsOf(answer: Response): AsyncGenerator<WorkspaceEvent> {
  if (answer.body === null) throw new Error('The stream has no body.')
  let rest = ''
  for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + chunk).split('\n\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      const data = part.split('\n').find((line) => line.startsWith('data: '))
      if (data !== undefined) yield JSON.parse(data.slice('data: '.length))
    }
  }
}
