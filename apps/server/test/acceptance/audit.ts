import { PostgresStore } from '@rheos/credits/postgres'
import type pg from 'pg'
import { expect } from 'vitest'
import { audit } from '../../src/generation/audit.ts'

/** The ledger recomputed from its entries, and compared with the generations: nothing may differ. */
export async function expectBooksToBalance(pool: pg.Pool): Promise<void> {
  const { findings } = await audit({ ledger: new PostgresStore(pool).reader, database: pool })
  expect(findings).toEqual([])
}
