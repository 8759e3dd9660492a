import { ReapError, StoreError } from '@rheos/credits'
import type { Answer, Asked, AskedType } from '../clients/asked.ts'
import type { FaultyProcess } from './faulty-process.ts'

/** Thrown at the end of a transaction by a caller that wants it undone. */
export class UndoneError extends Error {
  override readonly name = 'UndoneError'
}

/** Does in a process what a client asked of it. */
export async function carryOut<Tx extends object, T extends AskedType>(
  process: FaultyProcess<Tx>,
  asked: Asked<T>,
): Promise<Answer<T>> {
  return (await carryOutAny(process, asked as Asked)) as Answer<T>
}

async function carryOutAny<Tx extends object>(
  process: FaultyProcess<Tx>,
  asked: Asked,
): Promise<unknown> {
  const { ledger } = process
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
      return await deliver(process, asked)
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
      return await reap(process, asked)
    case 'hear':
      return await hear(process, asked)
  }
}

/** The result is kept if, and only if, it is settled. */
async function deliver<Tx extends object>(
  process: FaultyProcess<Tx>,
  { accountId, operationId, quantity, isUndone }: Asked<'deliver'>,
): Promise<Answer<'deliver'>> {
  return await process.transaction(async (tx) => {
    const ledger = process.ledger.within(tx)
    const outcome = await ledger.settle({ accountId, operationId, quantity })
    if (outcome.kind === 'settled') await process.note(tx, { type: 'kept', accountId, operationId })
    if (isUndone) throw new UndoneError('The caller has thought better of it.')
    return outcome
  })
}

async function reap<Tx extends object>(
  process: FaultyProcess<Tx>,
  { limit }: Asked<'reap'>,
): Promise<unknown> {
  try {
    return await process.ledger.reap({
      limit,
      onLapsed: async (tx, operations) => {
        for (const operation of operations) await process.note(tx, { type: 'failed', operation })
      },
    })
  } catch (error) {
    if (error instanceof ReapError && error.cause instanceof StoreError) throw error.cause
    throw error
  }
}

async function hear<Tx extends object>(
  process: FaultyProcess<Tx>,
  { limit, isUndone }: Asked<'hear'>,
): Promise<unknown> {
  return await process.ledger.deliver({
    limit,
    handle: async (tx, events) => {
      for (const event of events) await process.note(tx, { type: 'heard', event })
      if (isUndone) throw new UndoneError('The caller has thought better of it.')
    },
  })
}
