import { randomUUID } from 'node:crypto'
import { Ledger, type Store } from '@rheos/credits'
import { PostgresStore, type Queryable } from '@rheos/credits/postgres'
import type pg from 'pg'
import { openPool } from '../bench/server/connect.ts'
import { OPEN_OPERATIONS_MAX, PRICE_BOOK } from './workspaces.ts'

export interface OpenLedger {
  readonly ledger: Ledger<Queryable>
  readonly store: Store<Queryable>
  readonly pool: pg.Pool
}

/** The connections of one process: the default of `pg`. */
const CONNECTIONS_MAX = 10

/** A ledger on a pool of its own, which bears the name in the database. */
export function openLedger(url: string, name: string, leaseMs: number): OpenLedger {
  const named = new URL(url)
  named.searchParams.set('application_name', name)
  const pool = openPool(named.href, CONNECTIONS_MAX)
  const store = new PostgresStore(pool)
  const settings = { openOperationsMax: OPEN_OPERATIONS_MAX, leaseMs, priceBook: PRICE_BOOK }
  const ledger = new Ledger({ store, now: Date.now, newId: randomUUID, ...settings })
  return { ledger, store, pool }
}
