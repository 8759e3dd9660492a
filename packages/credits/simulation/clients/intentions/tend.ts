import type { Policy } from '@rheos/credits'
import type { Client } from '../client.ts'
import { type KnownAccount, type Order, pickKnown } from '../directory.ts'
import type { Intention } from './intention.ts'
import { end, newOrder, place, start } from './operate.ts'

/** The reaper comes by. */
export const reap: Intention = async (client) => {
  await client.ask({ type: 'reap', limit: client.random.pick([1, 3, 100]) })
}

/** Reapers come by while a job says that it lives, and while it ends. */
export const reapAtOnce: Intention = async (client, account, policy) => {
  const running = account.orders.filter(({ isStarted, isOver }) => isStarted && !isOver)
  const order = pickKnown(client.random, running) ?? (await begin(client, account, policy))
  const reapOften = async () => {
    for (let times = 2; times > 0; times -= 1) {
      await client.ask({ type: 'reap', limit: 100 })
      await wait(client, account, policy)
    }
  }
  const live = async () => {
    if (!order) return
    const { accountId, operationId } = order.hold
    while (client.random.chance(0.7)) {
      await client.ask({ type: 'renew', accountId, operationId })
      await wait(client, account, policy)
    }
    await end(client, account, order)
  }
  await Promise.all([reapOften(), live()])
}

async function begin(
  client: Client,
  account: KnownAccount,
  policy: Policy,
): Promise<Order | undefined> {
  const order = newOrder(client, account, policy)
  if (!(await place(client, order))) return undefined
  await start(client, order)
  return order
}

/** Somebody acts on the events that wait. */
export const hear: Intention = async (client) => {
  const { random } = client
  const isUndone = random.chance(0.3)
  await client.ask({ type: 'hear', limit: random.pick([1, 3, 100]), isUndone })
}

/** Nothing for a while: others go on. */
export const wait: Intention = async (client) => {
  for (let turns = client.random.between(1, 8); turns > 0; turns -= 1) await client.pause()
}
