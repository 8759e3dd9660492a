import { ReapError, StoreError } from '@rheos/credits'
import type { Answer, Asked, AskedType } from './asked.ts'
import type { Instance } from './instance.ts'

/** Thrown at the end of a transaction by a caller that wants it undone. */
export class UndoneError extends Error {
  override readonly name = 'UndoneError'
}

/** Asks a process. */
export async function send<Tx, T extends AskedType>(
  instance: Instance<Tx>,
  asked: Asked<T>,
): Promise<Answer<T>> {
  return (await sendAny(instance, asked as Asked)) as Answer<T>
}

async function sendAny<Tx>(instance: Instance<Tx>, asked: Asked): Promise<unknown> {
  const { ledger } = instance
  switch (asked.type) {
    case 'set_allowance':
      return await ledger.setAllowance(asked)
    case 'grant':
      return await ledger.grant(asked)
    case 'hold':
      return await ledger.hold(asked)
    case 'start':
      return await ledger.start(asked)
    case 'renew':
      return await ledger.renew(asked)
    case 'settle':
      return await ledger.settle(asked)
    case 'deliver':
      return await deliver(instance, asked)
    case 'release':
      return await ledger.release(asked)
    case 'reverse':
      return await ledger.reverse(asked)
    case 'adjust':
      return await ledger.adjust(asked)
    case 'end_grant':
      return await ledger.endGrant(asked)
    case 'balance':
      return await ledger.balance(asked.accountId)
    case 'explain':
      return await ledger.explain(asked.accountId)
    case 'usage':
      return await ledger.usage(asked.accountId, { limit: asked.limit })
    case 'operation':
      return await ledger.operation(asked.accountId, asked.operationId)
    case 'reap':
      return await reap(instance, asked)
    case 'hear':
      return await hear(instance, asked)
  }
}

/** The result is kept if, and only if, it is settled. */
async function deliver<Tx>(
  instance: Instance<Tx>,
  { accountId, operationId, quantity, isUndone }: Asked<'deliver'>,
): Promise<Answer<'deliver'>> {
  return await instance.transaction(async (tx) => {
    const ledger = instance.ledger.within(tx)
    const outcome = await ledger.settle({ accountId, operationId, quantity })
    if (outcome.kind === 'settled')
      await instance.note(tx, { type: 'kept', accountId, operationId })
    if (isUndone) throw new UndoneError('The caller has thought better of it.')
    return outcome
  })
}

async function reap<Tx>(instance: Instance<Tx>, { limit }: Asked<'reap'>): Promise<unknown> {
  try {
    return await instance.ledger.reap({
      limit,
      onLapsed: async (tx, operations) => {
        for (const operation of operations) await instance.note(tx, { type: 'failed', operation })
      },
    })
  } catch (error) {
    if (error instanceof ReapError && error.cause instanceof StoreError) throw error.cause
    throw error
  }
}

async function hear<Tx>(
  instance: Instance<Tx>,
  { limit, isUndone }: Asked<'hear'>,
): Promise<unknown> {
  return await instance.ledger.deliver({
    limit,
    handle: async (tx, events) => {
      for (const event of events) await instance.note(tx, { type: 'heard', event })
      if (isUndone) throw new UndoneError('The caller has thought better of it.')
    },
  })
}
