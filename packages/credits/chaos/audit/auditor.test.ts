import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts'
import { withClient } from '../../bench/server/connect.ts'
import type { Fact } from '../load/messages.ts'
import { type OpenLedger, openLedger } from '../open-ledger.ts'
import { deliver, keepFailures } from '../product/rows.ts'
import { PRODUCT_SCHEMA } from '../product/schema.ts'
import { Inspector } from '../server/inspector.ts'
import { openWorkspaces } from '../workspaces.ts'
import { Auditor } from './auditor.ts'
import { Findings } from './findings.ts'
import { ToldBook } from './told-book.ts'

/** An audit that finds nothing says something only when it would have found it. */
const LEASE_MS = 20
const accountId = 'hot-1'

let database: TestDatabase
let opened: OpenLedger
let inspector: Inspector
let findings: Findings
let told: ToldBook
let auditor: Auditor

beforeAll(async () => {
  database = await createTestDatabase({ template: 'credits' })
  await database.pool.query(PRODUCT_SCHEMA)
  opened = openLedger(database.url, 'auditor', LEASE_MS)
  inspector = new Inspector(database.url)
  await openWorkspaces(opened.ledger)
  for (const operationId of ['delivered', 'lapsed', 'cancelled']) await hold(operationId)
  const settle = { accountId, operationId: 'delivered', quantity: 1 }
  await deliver(opened, { settle, isUndone: false })
  await opened.ledger.release({ accountId, operationId: 'cancelled', reason: 'cancelled' })
  await opened.ledger.start({ accountId, operationId: 'lapsed' })
  while ((await reap()).length === 0) await pause(LEASE_MS)
})

afterAll(async () => {
  await inspector.close()
  await opened.pool.end()
  await database.drop()
})

beforeEach(() => {
  findings = new Findings()
  told = new ToldBook(findings)
  auditor = new Auditor({ inspector, ledger: opened.ledger, told, findings })
})

const hold = async (operationId: string) => {
  const request = { action: 'image.standard', quantity: 2, quote: { version: 1, credits: 10 } }
  await opened.ledger.hold({ accountId, operationId, ...request, requestHash: '', actor: {} })
}

const reap = async () => await opened.ledger.reap({ limit: 10, onLapsed: keepFailures })

const tell = (operationId: string, fact: Omit<Fact, 'accountId' | 'operationId'>) => {
  told.hear({ type: 'answered', fact: { accountId, operationId, ...fact } }, 'a1')
}

const tellTheTruth = () => {
  tell('delivered', { state: 'open' })
  tell('delivered', { state: 'settled', spent: 5, released: 5 })
  tell('lapsed', { state: 'lapsed' })
  tell('cancelled', { state: 'released', spent: 0, released: 10 })
}

/** What is found when the statement got past every guard; it is undone afterwards. */
const rulesBrokenBy = async (sql: string, undo: string): Promise<readonly string[]> => {
  await withoutGuards(sql)
  await auditor.checkAll()
  await withoutGuards(undo)
  return [...new Set(findings.kept.map(({ rule }) => rule))].sort()
}

const withoutGuards = async (sql: string) => {
  await withClient(database.url, async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query(sql)
  })
}

const nothing = 'select'

test('nothing is found when everything is as it was told', async () => {
  tellTheTruth()
  await auditor.check()
  expect(await rulesBrokenBy(nothing, nothing)).toEqual([])
})

test('an answer is found that is not kept, or kept otherwise', async () => {
  tell('never there', { state: 'open' })
  expect(await rulesBrokenBy(nothing, nothing)).toEqual(['C11'])
  tell('cancelled', { state: 'settled', spent: 10, released: 0 })
  expect(await rulesBrokenBy(nothing, nothing)).toEqual(['C11', 'C16'])
})

test('two answers that contradict each other are found', () => {
  tellTheTruth()
  tell('delivered', { state: 'released', spent: 0, released: 10 })
  expect(findings.kept.map(({ rule }) => rule)).toEqual(['C16'])
})

test('a charge is found after somebody was told that the lease is over', async () => {
  tell('delivered', { state: 'lapsed' })
  expect(await rulesBrokenBy(nothing, nothing)).toEqual(['C14'])
})

test('a result without its charge is found, and a charge without its result', async () => {
  const add = `insert into product.results values ('${accountId}', 'cancelled', 5)`
  const remove = `delete from product.results where operation_id = 'cancelled'`
  expect(await rulesBrokenBy(add, remove)).toEqual(['C12'])
  expect(findings.kept[0]?.text).toContain('a result without a charge')
})

test('a charge without its result is found, and one that was not committed with it', async () => {
  const rename = (from: string, to: string) =>
    `update product.results set operation_id = '${to}' where operation_id = '${from}'`
  await rulesBrokenBy(rename('delivered', 'other'), rename('other', 'delivered'))
  expect(findings.kept.map(({ text }) => text.split(' is ')[1]).sort()).toEqual([
    'a result without a charge',
    'charged without a result',
  ])
  const shift = 'update product.results set written_by = written_by + 1'
  expect(await rulesBrokenBy(shift, shift.replace('+', '-'))).toEqual(['C12'])
  expect(findings.kept.at(-1)?.text).toContain('of another transaction than its charge')
})

test('a release by the reaper is found whose failure was not written with it', async () => {
  const shift = 'update product.failures set written_by = written_by + 1'
  expect(await rulesBrokenBy(shift, shift.replace('+', '-'))).toEqual(['C12'])
})

test('credits are found that nobody gave, and a gift that was told and is not there', async () => {
  told.hear({ type: 'gift', accountId, grantId: 'gift', credits: 5, isAnswered: false }, 'a1')
  await auditor.checkAll()
  expect(findings.kept).toEqual([])
  told.hear({ type: 'gift', accountId, grantId: 'gift', credits: 5, isAnswered: true }, 'a1')
  expect(await rulesBrokenBy(nothing, nothing)).toEqual(['C28'])
})

test('what is still held in the end is found', async () => {
  await hold('left')
  expect(await rulesBrokenBy(nothing, nothing)).toEqual(['C4'])
  await opened.ledger.release({ accountId, operationId: 'left', reason: 'over' })
})

test('an account that has used more than it was given is found', async () => {
  const give = (credits: number) =>
    `update credits.entries set amount = ${credits} where account_id = '${accountId}' and kind = 'grant'`
  expect(await rulesBrokenBy(give(4), give(1_000_000))).toEqual(['C10', 'C28', 'C3', 'C4'])
})
