import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import type { StoreReader } from '../src/index.ts'
import { PostgresStore } from '../src/postgres/index.ts'
import { fixtureOn, openAccount } from '../src/testing/index.ts'

const OPEN = 100_000
const FIRST_LEASE = 1_000_000

describe('reads among 100,000 open operations', () => {
  let database: TestDatabase
  let client: pg.Client

  beforeAll(async () => {
    database = await createTestDatabase({ template: 'credits' })
    await openAccount(fixtureOn(new PostgresStore(database.pool), 'many'), 'many')
    client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await client.query(`insert into credits.operations
      (account_id, operation_id, action, quantity, unit_price, price_version, credits, state, spent,
        released, reversed, quote_version, quote_credits, request_hash, created_at, started_at,
        lease_until, actor)
      select 'many', 'op-' || n, 'text.post', 1, 0, 1, 0, 'running', 0, 0, 0, 1, 0, '', n / 2, n,
        ${FIRST_LEASE} + n, '{}' from generate_series(1, ${OPEN}) n`)
    await client.query('analyze credits.operations')
  })

  afterAll(async () => {
    await client.end()
    await database.drop()
  })

  /** The plans of exactly the statements that the store sends. */
  const plansOf = async (read: (reader: StoreReader) => Promise<unknown>) => {
    const plans: string[] = []
    const query = async (text: string, values?: unknown[]) => {
      const { rows } = await client.query(`explain (analyze, format json) ${text}`, values)
      plans.push(JSON.stringify(rows))
      return await client.query(text, values)
    }
    const connect = () => Promise.reject(new Error('Reading takes no connection of its own.'))
    await read(new PostgresStore({ query, connect }).reader)
    return plans.join()
  }

  test('[C15] the reaper reads what lapsed by one index, and nothing else', async () => {
    const plan = await plansOf((reader) => reader.lapsed(FIRST_LEASE + 10, 100, ['passed over']))
    expect(plan).toContain('operations_by_lease')
    expect(plan).not.toMatch(/Seq Scan|"Sort"|Bitmap/)
    expect(plan).not.toMatch(/"Actual Rows":(\d{3,})/)
  })

  test('[C30] a page deep in the usage is read by its place, not by counting', async () => {
    const after = { createdAt: OPEN / 4, operationId: 'op-50000' }
    const plan = await plansOf((reader) => reader.usage('many', { limit: 20, after }))
    expect(plan).toContain('operations_by_time')
    expect(plan).not.toMatch(/Seq Scan|"Sort"|Bitmap/)
    expect(plan).not.toMatch(/"Actual Rows":(\d{3,})|"Rows Removed by Filter":(\d{2,})/)
  })
})
