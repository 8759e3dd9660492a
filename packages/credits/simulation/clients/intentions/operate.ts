import { type Policy, quote } from '@rheos/credits'
import { UNWRITABLE } from '../../faults/unwritable.ts'
import type { Answer, Asked } from '../asked.ts'
import type { Client } from '../client.ts'
import type { KnownAccount, Order } from '../directory.ts'
import type { Intention } from './intention.ts'

const ACTIONS = ['image.standard', 'image.standard', 'image.pro', 'text.post']

/** Quote, hold, work, and settle or release, as a product does; now and then it is given up. */
export const operate: Intention = async (client, account, policy) => {
  const order = newOrder(client, account, policy)
  if (await place(client, order)) await work(client, account, order)
}

/** Several at once: a burst that is gathered into one batch. */
export const operateAtOnce: Intention = async (client, account, policy) => {
  const count = client.random.between(2, 3)
  await Promise.all(Array.from({ length: count }, () => operate(client, account, policy)))
}

export function newOrder(client: Client, account: KnownAccount, { priceBook }: Policy): Order {
  const { random } = client
  const request = { action: random.pick(ACTIONS), quantity: random.pick([1, 1, 1, 2, 3]) }
  const seen = quote(priceBook, request, client.now() - (random.chance(0.1) ? 5_000 : 0))
  const { version = 0, credits = 0 } = seen ?? {}
  const order: Order = {
    hold: {
      accountId: account.id,
      operationId: client.newId('op'),
      ...request,
      quote: { version, credits: credits + (random.chance(0.06) ? 1 : 0) },
      requestHash: random.chance(0.02) ? UNWRITABLE : 'hash',
      actor: { memberId: client.name },
    },
    isDelivered: random.chance(0.4),
    isStarted: false,
    isOver: false,
  }
  account.orders.push(order)
  return order
}

export async function place(client: Client, { hold }: Order): Promise<boolean> {
  const times = client.random.chance(0.15) ? 2 : 1
  const asks = Array.from({ length: times }, () => client.ask({ type: 'hold', ...hold }))
  const answers = await Promise.all(asks)
  return answers.some((answer) => answer?.kind === 'held')
}

export async function start(client: Client, order: Order): Promise<void> {
  const { accountId, operationId } = order.hold
  await client.ask({ type: 'start', accountId, operationId })
  order.isStarted = true
}

async function work(client: Client, account: KnownAccount, order: Order): Promise<void> {
  const { random } = client
  const { accountId, operationId } = order.hold
  if (random.chance(0.75)) {
    await start(client, order)
    while (random.chance(0.3)) await client.ask({ type: 'renew', accountId, operationId })
    // Its lease lapses, and the reaper ends it.
    if (random.chance(0.2)) return
  }
  await end(client, account, order)
}

/** By the caller that placed it, or by anybody who believes to be it. */
export async function end(client: Client, account: KnownAccount, order: Order): Promise<void> {
  const { random } = client
  const { accountId, operationId, quantity: ordered } = order.hold
  if (random.chance(0.2)) {
    const reason = 'cancelled'
    order.isOver = isEnd(await client.ask({ type: 'release', accountId, operationId, reason }))
    return
  }
  const settle = async (quantity: number, isUndone: boolean) => {
    const parts = { accountId, operationId, quantity }
    const answer = await client.ask(askedToEnd(order, parts, isUndone))
    if (answer?.kind === 'settled') account.settled.push(order)
    order.isOver = isEnd(answer)
  }
  const quantity = random.pick([ordered, ordered, ordered, 1, ordered - 1, ordered + 1])
  await settle(quantity, random.chance(0.2))
  if (!order.isOver || random.chance(0.3)) await settle(ordered, false)
}

/** Whether it tells of an end. */
function isEnd(answer: Answer<'settle'> | Answer<'release'> | undefined): boolean {
  return answer?.kind === 'rejected' ? 'operation' in answer : answer !== undefined
}

function askedToEnd(
  { isDelivered }: Order,
  settle: { readonly accountId: string; readonly operationId: string; readonly quantity: number },
  isUndone: boolean,
): Asked<'settle'> | Asked<'deliver'> {
  return isDelivered ? { type: 'deliver', ...settle, isUndone } : { type: 'settle', ...settle }
}
