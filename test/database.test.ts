import { expect, test } from 'vitest'
import { createTestDatabase } from './database.ts'

test('each test database is empty, apart and gone after drop', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()])
  await one.pool.query('create table only_in_one ()')
  const seen = await other.pool.query(`select to_regclass('only_in_one') as found`)
  expect(seen.rows).toEqual([{ found: null }])
  await one.drop()
  const left = await other.pool.query('select datname from pg_database where datname = $1', [
    new URL(one.url).pathname.slice(1),
  ])
  expect(left.rows).toEqual([])
  await other.drop()
})
