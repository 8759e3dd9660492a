import { type Operation, type SettleInput, type SettleOutcome, StoreError } from '@rheos/credits'
import type { Queryable } from '@rheos/credits/postgres'
import type { OpenLedger } from '../open-ledger.ts'

/** The caller changed its mind before the commit. */
export class UndoneError extends Error {
  override readonly name = 'UndoneError'
}

export interface Delivery {
  readonly settle: SettleInput
  readonly isUndone: boolean
}

/** Settles and keeps the result in one transaction, as the product does. */
export async function deliver(
  { ledger, store }: Pick<OpenLedger, 'ledger' | 'store'>,
  { settle, isUndone }: Delivery,
): Promise<SettleOutcome> {
  return await store.transaction(async (tx) => {
    const outcome = await ledger.within(tx).settle(settle)
    if (outcome.kind === 'settled') await keepResult(tx, settle, outcome.spent)
    if (isUndone) throw new UndoneError()
    return outcome
  })
}

async function keepResult(
  tx: Queryable,
  { accountId, operationId }: SettleInput,
  spent: number,
): Promise<void> {
  const text = 'insert into product.results (account_id, operation_id, spent) values ($1, $2, $3)'
  await write(tx, text, [accountId, operationId, spent])
}

/** What the reaper does for those whose credits it gives back. */
export async function keepFailures(tx: Queryable, operations: readonly Operation[]): Promise<void> {
  const text = `insert into product.failures (account_id, operation_id, released)
    select * from unnest($1::text[], $2::text[], $3::bigint[])`
  await write(tx, text, [
    operations.map(({ accountId }) => accountId),
    operations.map(({ id }) => id),
    operations.map(({ released }) => released),
  ])
}

async function write(tx: Queryable, text: string, values: unknown[]): Promise<void> {
  try {
    await tx.query(text, values)
  } catch (cause) {
    throw new StoreError('The product could not write its row.', { cause })
  }
}
