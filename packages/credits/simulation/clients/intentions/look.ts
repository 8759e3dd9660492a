import { pickKnown } from '../directory.ts'
import type { Intention } from './intention.ts'

export const lookAtBalance: Intention = async (client, account) => {
  const balance = await client.ask({ type: 'balance', accountId: account.id })
  for (const { id } of balance?.grants ?? []) {
    if (!account.grantIds.includes(id)) account.grantIds.push(id)
  }
}

export const lookAtUsage: Intention = async (client, { id }) => {
  await client.ask({ type: 'usage', accountId: id, limit: client.random.pick([2, 5, 100]) })
}

export const askWhy: Intention = async (client, { id }) => {
  await client.ask({ type: 'explain', accountId: id })
}

export const lookAtOperation: Intention = async (client, account) => {
  const order = pickKnown(client.random, account.orders)
  if (!order) return
  const { accountId, operationId } = order.hold
  await client.ask({ type: 'operation', accountId, operationId })
}
