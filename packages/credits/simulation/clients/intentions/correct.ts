import type { AdjustInput, ReverseInput } from '@rheos/credits'
import type { Client } from '../client.ts'
import { type KnownAccount, pickKnown } from '../directory.ts'
import type { Intention } from './intention.ts'

/** A fault found after settling; sometimes reported twice, or with other words. */
export const reverse: Intention = async (client, account) => {
  const reversal =
    (client.random.chance(0.5) && reportedBefore(client, account)) || newReversal(client, account)
  const answer = reversal && (await client.ask({ type: 'reverse', ...reversal }))
  if (answer?.kind === 'reversed' && !answer.replayed) account.reversals.push(answer.reversal)
}

function reportedBefore({ random }: Client, { reversals }: KnownAccount): ReverseInput | undefined {
  const known = pickKnown(random, reversals)
  if (!known) return undefined
  const { id: reversalId, accountId, operationId, credits, reason, actor } = known
  const isChanged = random.chance(0.4)
  return {
    accountId,
    operationId,
    reversalId,
    credits: credits + (isChanged ? 1 : 0),
    reason,
    actor,
  }
}

function newReversal(client: Client, account: KnownAccount): ReverseInput | undefined {
  const { random } = client
  const order = pickKnown(random, random.chance(0.85) ? account.settled : account.orders)
  if (!order) return undefined
  const { accountId, operationId, quote } = order.hold
  const all = Math.max(1, quote.credits)
  return {
    accountId,
    operationId,
    reversalId: client.newId('reversal'),
    credits: random.pick([all, all + 1, 1, 1, random.between(1, all)]),
    reason: 'fault',
    actor: { memberId: client.name },
  }
}

/** An operator takes credits of one grant away; sometimes twice, or with other words. */
export const adjust: Intention = async (client, account) => {
  const adjustment = client.random.chance(0.5)
    ? decidedBefore(client, account)
    : newAdjustment(client, account)
  if (adjustment) await client.ask({ type: 'adjust', ...adjustment })
}

function decidedBefore({ random }: Client, { adjustments }: KnownAccount): AdjustInput | undefined {
  const known = pickKnown(random, adjustments)
  return known && random.chance(0.3) ? { ...known, credits: known.credits + 1 } : known
}

function newAdjustment(client: Client, account: KnownAccount): AdjustInput | undefined {
  const { random } = client
  const grantId = pickKnown(random, account.grantIds)
  if (grantId === undefined) return undefined
  const adjustment = {
    accountId: account.id,
    adjustmentId: client.newId('adjustment'),
    grantId,
    credits: random.pick([1, 1, 3, 10, 40]),
    reason: 'refund',
    actor: { memberId: client.name },
  }
  account.adjustments.push(adjustment)
  return adjustment
}

/** A grant ends before its time, or has ended; now and then it is one that nobody has. */
export const endGrant: Intention = async (client, { id, grantIds }) => {
  const { random } = client
  const grantId = random.chance(0.05) ? 'no-such-grant' : pickKnown(random, grantIds)
  if (grantId === undefined) return
  const why = { reason: client.newId('upgrade'), actor: { memberId: client.name } }
  await client.ask({ type: 'end_grant', accountId: id, grantId, ...why })
}
