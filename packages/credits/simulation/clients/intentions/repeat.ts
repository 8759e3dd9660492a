import type { HoldInput } from '@rheos/credits'
import type { Random } from '../../../test/random.ts'
import { pickKnown } from '../directory.ts'
import type { Intention } from './intention.ts'
import { end } from './operate.ts'

/** The same hold once more, whatever became of it. */
export const repeatHold: Intention = async (client, account) => {
  const order = pickKnown(client.random, account.orders)
  if (order) await client.ask({ type: 'hold', ...order.hold })
}

/** Another request under an id that is taken, or about to be. */
export const confuseHold: Intention = async (client, account) => {
  const order = pickKnown(client.random, account.orders)
  if (order) await client.ask({ type: 'hold', ...another(order.hold, client.random) })
}

function another(hold: HoldInput, random: Random): HoldInput {
  return random.pick([
    { ...hold, quantity: hold.quantity + 1 },
    { ...hold, requestHash: 'another' },
    { ...hold, action: 'no.such.action' },
    { ...hold, action: 'no.such.action' },
    { ...hold, quote: { ...hold.quote, credits: hold.quote.credits + 1 } },
  ])
}

/** A message of an operation that comes late, out of order, or from somebody else. */
export const repeatStep: Intention = async (client, account) => {
  const { random } = client
  const order = pickKnown(random, account.orders)
  if (!order) return
  const { accountId, operationId } = order.hold
  const type = random.pick(['start', 'renew', 'renew', 'end'] as const)
  if (type === 'end') await end(client, account, order)
  else await client.ask({ type, accountId, operationId })
}
