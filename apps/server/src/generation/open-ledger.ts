import { Ledger } from '@rheos/credits'
import { PostgresStore, type Queryable } from '@rheos/credits/postgres'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Database } from '../db/database.ts'
import { creditAlerts } from '../plans/credit-alerts.ts'
import type { PriceBooks } from '../plans/price-books.ts'

interface Parts {
  readonly config: Pick<Config, 'generations'>
  readonly clock: Clock
  readonly newId: () => string
  readonly metered: Database
  readonly priceBooks: PriceBooks
}

/** The meter as the studio uses it: its prices, its limits, its alerts. */
export function openLedger(parts: Parts): Ledger<Queryable> {
  const { config, clock, newId, metered, priceBooks } = parts
  return new Ledger<Queryable>({
    store: new PostgresStore(metered.pool),
    priceBook: priceBooks.current,
    now: clock,
    newId,
    openOperationsMax: config.generations.openMax,
    leaseMs: config.generations.leaseMs,
    alerts: creditAlerts,
  })
}
