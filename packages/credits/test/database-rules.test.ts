import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { UnwritableError } from '../src/index.ts'
import { Journal } from '../src/journal.ts'
import type { OperationRecord } from '../src/operation.ts'
import { PostgresStore } from '../src/postgres/index.ts'
import { FIXTURE_START, fixtureOn, holdOf, openAccount } from '../src/testing/index.ts'

describe('what the database refuses by itself', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await createTestDatabase({ template: 'credits' })
    const fixture = fixtureOn(new PostgresStore(database.pool), 'g')
    await openAccount(fixture, 'a', { credits: 100 })
    await fixture.ledger.hold(holdOf('a', 'open', { quantity: 2 }))
    await fixture.ledger.hold(holdOf('a', 'settled'))
    await fixture.ledger.settle({ accountId: 'a', operationId: 'settled', quantity: 1 })
  })

  afterAll(async () => {
    await database.drop()
  })

  const refused = async (sql: string, message: RegExp) => {
    const before = await contents()
    await expect(database.pool.query(sql)).rejects.toThrow(message)
    expect(await contents()).toEqual(before)
  }

  const contents = async () => {
    const tables = ['grants', 'entries', 'operations', 'accounts']
    const reads = tables.map((table) =>
      database.pool.query(`select * from credits.${table} order by 1, 2`),
    )
    return (await Promise.all(reads)).map(({ rows }) => rows)
  }

  const entry = (kind: string, amount: number | string) =>
    `insert into credits.entries
      (account_id, seq, at, kind, grant_id, amount, operation_id, corrects)
      values ('a', 99, 0, '${kind}', 'g-1', ${amount}, 'open', ${kind === 'reverse' ? 1 : null})`

  test.each([
    ['more than is available', entry('hold', 1000)],
    ['more than is held', entry('settle', 11)],
    ['more than was spent back', entry('release', 11)],
    ['a credit too many expired', entry('release_expired', 11)],
    ['more than was spent reversed', entry('reverse', 6)],
  ])('[C2] %s breaks the sum of a grant', async (_, sql) => {
    await refused(sql, /value for domain credits.whole violates/)
  })

  test('[C1] an entry moves at least one credit, and whole ones', async () => {
    await refused(entry('hold', 0), /domain credits."some"/)
    await refused(entry('hold', -5), /domain credits."some"/)
    const { rows } = await database.pool.query(`select table_name, column_name from
      information_schema.columns where table_schema = 'credits'
      and data_type in ('real', 'double precision', 'numeric', 'money')`)
    expect(rows).toEqual([])
  })

  test('[C3] where credits come from and go to follows from the kind of entry', async () => {
    const moves = `select distinct kind, from_place, to_place from credits.moves order by kind`
    const { rows } = await database.pool.query(moves)
    expect(rows).toEqual([
      { kind: 'grant', from_place: null, to_place: 'available' },
      { kind: 'hold', from_place: 'available', to_place: 'held' },
      { kind: 'settle', from_place: 'held', to_place: 'spent' },
    ])
    await refused(entry('refund', 1), /domain credits.entry_kind/)
  })

  test('[C3] an entry says for which operation or by whom, and of which grant', async () => {
    await refused(entry('hold', 1).replace(`'open'`, 'null'), /says who moved the credits/)
    await refused(entry('hold', 1).replace(`'g-1'`, `'nothing'`), /grant that exists/)
  })

  test('[C3] a grant receives its credits once', async () => {
    await refused(
      `insert into credits.entries (account_id, seq, at, kind, grant_id, amount, actor)
        values ('a', 99, 0, 'grant', 'g-1', 5, '{}')`,
      /entries_issue_a_grant_once/,
    )
  })

  test('[C3] entries are never changed, deleted or emptied', async () => {
    const stay = /never changed or deleted/
    await refused(`update credits.entries set amount = 1`, stay)
    await refused(`update credits.entries set reason = 'x' where seq = 1`, stay)
    await refused(`delete from credits.entries where seq = 2`, stay)
    await refused(`truncate credits.entries cascade`, stay)
  })

  test('[C3] credits of a grant move by entries only', async () => {
    const only = /move by entries only/
    await refused(`update credits.grants set available = available + 5, amount = amount + 5`, only)
    await refused(`update credits.grants set available = available - 1, spent = spent + 1`, only)
    await refused(
      `insert into credits.grants (account_id, grant_id, kind, amount, available, starts_at, ends_at,
        created_at, reason, actor) values ('a', 'gift', 'granted', 5, 5, 0, 9, 0, 'x', '{}')`,
      /born empty/,
    )
  })

  test('[C3] the terms of a grant never change, and grants stay', async () => {
    const never = /terms of a grant never change/
    await refused(`update credits.grants set ends_at = ends_at + 1`, never)
    await refused(`update credits.grants set kind = 'granted'`, never)
    await refused(`delete from credits.grants`, /never changed or deleted/)
  })

  test('[C41] a grant ends early once, and says why and when it would have ended', async () => {
    const end = (early: string, endsAt = 'starts_at') =>
      `update credits.grants set ends_at = ${endsAt}, early_end = ${early}`
    const saying = `'reason', 'upgrade', 'actor', '{}'::jsonb`
    const sound = `jsonb_build_object('insteadOf', ends_at, ${saying})`
    await refused(end('null'), /may end early, once/)
    await refused(end(sound, 'ends_at + 1'), /may end early, once/)
    await refused(end(`jsonb_build_object('insteadOf', ends_at + 1, ${saying})`), /may end early/)
    await refused(end(`jsonb_build_object('insteadOf', ends_at)`), /may end early, once/)
    const client = await database.pool.connect()
    await client.query('begin')
    await client.query(end(sound))
    await expect(client.query(end(sound, 'ends_at - 1'))).rejects.toThrow(/may end early, once/)
    await client.query('rollback')
    client.release()
  })

  test('[C6] one period has one grant', async () => {
    await refused(
      `insert into credits.grants (account_id, grant_id, kind, starts_at, ends_at, created_at,
        reason, actor) select account_id, 'twin', kind, starts_at, ends_at + 1, created_at, reason,
        actor from credits.grants`,
      /grants_once_per_cycle/,
    )
  })

  test('[C11] one account has one operation of an id', async () => {
    await refused(
      `insert into credits.operations select * from credits.operations where operation_id = 'open'`,
      /operations_pkey/,
    )
  })

  test('[C16] an operation that ended stays as it is', async () => {
    const where = `where operation_id = 'settled'`
    await refused(
      `update credits.operations set state = 'released', spent = 0, released = 5 ${where}`,
      /has ended/,
    )
    await refused(`update credits.operations set state = 'running' ${where}`, /has ended/)
    await refused(`update credits.operations set reversed = 6 ${where}`, /ends whole/)
    await refused(`delete from credits.operations ${where}`, /never changed or deleted/)
  })

  test('[C16] an operation ends whole or not at all', async () => {
    const where = `where operation_id = 'open'`
    const end = `ended_at = 1 ${where}`
    await refused(
      `update credits.operations set state = 'settled', spent = 5, ${end}`,
      /ends whole/,
    )
    await refused(`update credits.operations set spent = 5 ${where}`, /ends whole/)
    await refused(`update credits.operations set credits = 9 ${where}`, /never changes/)
  })

  test('[C16] an operation that is not there, or has ended, is not changed in passing', async () => {
    const store = new PostgresStore(database.pool)
    const nothing = { operationIds: ['settled'], grantIds: [], reversalIds: [], adjustmentIds: [] }
    const request = { accountId: 'a', wanted: nothing, now: FIXTURE_START }
    const [state] = await store.reader.states([request])
    if (!state) throw new Error('There is an account.')
    const record = state.operations.get('settled') as OperationRecord
    const missing = { ...record, operation: { ...record.operation, id: 'missing' } }
    const { changes } = new Journal(state, FIXTURE_START)
    for (const updated of [[missing], [record]]) {
      const before = await contents()
      const appending = store.appendUnlocked([{ ...changes, updated }])
      await expect(appending).rejects.toThrow(UnwritableError)
      expect(await contents()).toEqual(before)
    }
  })

  test('[C14] nothing runs without a lease', async () => {
    await refused(
      `update credits.operations set state = 'running' where operation_id = 'open'`,
      /runs on a lease/,
    )
  })

  test('[C25] no key leads into the meter or out of it', async () => {
    const { rows } = await database.pool.query(`select conname from pg_constraint
      join pg_class here on here.oid = conrelid join pg_class there on there.oid = confrelid
      where contype = 'f' and ('credits'::regnamespace = here.relnamespace)
        <> ('credits'::regnamespace = there.relnamespace)`)
    expect(rows).toEqual([])
    const outside = await database.pool.query(`select nspname from pg_class
      join pg_namespace n on n.oid = relnamespace
      where relkind = 'r' and nspname not in ('credits', 'pg_catalog', 'information_schema')
        and nspname not like 'pg\\_%'`)
    expect(outside.rows).toEqual([])
  })

  test('[C25] every key of an account begins with the account', async () => {
    const { rows } = await database.pool.query(`select relname from pg_index
      join pg_class t on t.oid = indrelid
      join pg_attribute c on c.attrelid = indrelid and c.attnum = indkey[0]
      where indisprimary and relnamespace = 'credits'::regnamespace and attname <> 'account_id'`)
    expect(rows).toEqual([{ relname: 'migrations' }])
  })
})
