import { randomUUID } from 'node:crypto'
import { Ledger, type Store } from '@rheos/credits'
import { PostgresStore, type Queryable } from '@rheos/credits/postgres'
import { openClient, openPool } from '../server/connect.ts'
import { CONNECTIONS_MAX, PRICE } from './meter.ts'

const priceBook = {
  versions: [{ version: 1, effectiveFrom: 0, prices: { 'image.standard': PRICE } }],
}

/** A ledger as a process of the product has it, with a connection that hears whose balance changed. */
export interface OpenLedger {
  readonly ledger: Ledger<Queryable>
  readonly store: Store<Queryable>
  onChange(listener: (accountId: string) => void): void
  close(): Promise<void>
}

export async function openLedger(url: string): Promise<OpenLedger> {
  const pool = openPool(url, CONNECTIONS_MAX)
  const listener = await openClient(url)
  await listener.query('listen credits')
  const store = new PostgresStore(pool)
  const ledger = new Ledger({
    store,
    priceBook,
    now: Date.now,
    newId: randomUUID,
    openOperationsMax: 100_000,
    leaseMs: 30_000,
  })
  return {
    ledger,
    store,
    onChange: (hear) => listener.on('notification', ({ payload = '' }) => hear(payload)),
    close: async () => {
      await listener.end()
      await pool.end()
    },
  }
}
