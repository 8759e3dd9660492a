import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts'
import { LedgerMeter } from '../meters/ledger-meter.ts'
import { withClient } from './connect.ts'
import { mismatchesIn } from './ledger-audit.ts'
import { fillTemplate } from './templates.ts'

/** An audit that finds nothing says something only when it would have found it. */
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  await fillTemplate(database.url, { workspaces: 2, credits: 100 })
  const meter = await LedgerMeter.open(database.url, 2)
  await meter.hold('settled', 0)
  await meter.settle('settled', 0)
  await meter.hold('open', 1)
  await meter.close()
})

afterAll(async () => {
  await database.drop()
})

/** What the audit finds when the statement got past every guard; it is undone afterwards. */
const foundAfter = async (sql: string, undo: string) => {
  await withoutGuards(sql)
  const found = await mismatchesIn(database.url, 1)
  await withoutGuards(undo)
  return found
}

const withoutGuards = async (sql: string) => {
  await withClient(database.url, async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query(sql)
  })
}

const right = { grants: 0, operations: 0, gaps: 0, settled: 0 }

test('books that are right have no mismatches', async () => {
  expect(await mismatchesIn(database.url, 1)).toEqual(right)
})

test('a settlement that a caller was told of and that is not there is found, and one too many', async () => {
  expect(await mismatchesIn(database.url, 2)).toEqual({ ...right, settled: 1 })
  expect(await mismatchesIn(database.url, 0)).toEqual({ ...right, settled: 1 })
})

test('a grant that shows what its entries do not is found', async () => {
  const move = 'update credits.grants set available = available - 5, expired = expired + 5'
  const back = 'update credits.grants set available = available + 5, expired = expired - 5'
  expect(await foundAfter(move, back)).toEqual({ ...right, grants: 2 })
})

test('a hold that is open and set nothing aside is found', async () => {
  const close = `update credits.operations set state = 'released', released = 5, ended_at = 1
    where operation_id = 'open'`
  const reopen = `update credits.operations set state = 'held', released = 0, ended_at = null
    where operation_id = 'open'`
  expect(await foundAfter(close, reopen)).toEqual({ ...right, operations: 1 })
})

test('a number that is missing among the entries is found', async () => {
  const skip = 'update credits.entries set seq = 7 where seq = 2'
  const back = 'update credits.entries set seq = 2 where seq = 7'
  expect(await foundAfter(skip, back)).toEqual({ ...right, gaps: 2 })
})
