import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { PostgresStore } from '../src/postgres/index.ts'
import { fixtureOn, holdOf, openAccount } from '../src/testing/index.ts'

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
    const tables = ['grants', 'entries', 'operations', 'hold_lines']
    const reads = tables.map((table) =>
      database.pool.query(`select * from credits.${table} order by 1, 2, 3`),
    )
    return (await Promise.all(reads)).map(({ rows }) => rows)
  }

  const entry = (kind: string, from: string | null, to: string, amount: number | string) => {
    const place = from ? `'${from}'` : 'null'
    return `insert into credits.entries
      (account_id, seq, at, kind, grant_id, from_place, to_place, amount, actor, operation_id)
      values ('a', 99, 0, '${kind}', 'g-1', ${place}, '${to}', ${amount}, '{}', 'open')`
  }

  test.each([
    ['more than is available', entry('hold', 'available', 'held', 1000)],
    ['more than is held', entry('settle', 'held', 'spent', 11)],
    ['more than was spent back', entry('release', 'held', 'available', 11)],
    ['a credit too many expired', entry('expire', 'available', 'expired', 86)],
  ])('[C2] %s breaks the sum of a grant', async (_, sql) => {
    await refused(sql, /violates check constraint "grants_/)
  })

  test('[C1] an entry moves at least one credit, and whole ones', async () => {
    await refused(entry('hold', 'available', 'held', 0), /check constraint/)
    await refused(entry('hold', 'available', 'held', -5), /check constraint/)
    const { rows } = await database.pool.query(`select table_name, column_name from
      information_schema.columns where table_schema = 'credits'
      and data_type in ('real', 'double precision', 'numeric', 'money')`)
    expect(rows).toEqual([])
  })

  test.each([
    ['available', 'spent', 'settle'],
    ['spent', 'held', 'reverse'],
    ['expired', 'available', 'release'],
    ['expired', 'available', 'expire'],
    ['available', 'available', 'hold'],
    [null, 'spent', 'grant'],
  ])('[C3] no entry moves credits from %s to %s as %s', async (from, to, kind) => {
    await refused(entry(kind, from, to, 1), /entries_move_as_their_kind_may/)
  })

  test('[C3] a grant receives its credits once', async () => {
    await refused(entry('grant', null, 'available', 5), /entries_issue_a_grant_once/)
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
    await refused(`update credits.operations set reversed = 6 ${where}`, /reverse_no_more/)
    await refused(`delete from credits.operations ${where}`, /never changed or deleted/)
  })

  test('[C16] an operation ends whole or not at all', async () => {
    const where = `where operation_id = 'open'`
    const end = `ended_at = 1 ${where}`
    await refused(`update credits.operations set state = 'settled', spent = 5, ${end}`, /end_whole/)
    await refused(`update credits.operations set spent = 5 ${where}`, /end_whole/)
    await refused(`update credits.operations set credits = 9 ${where}`, /never changes/)
  })

  test('[C14] nothing runs without a lease', async () => {
    await refused(
      `update credits.operations set state = 'running' where operation_id = 'open'`,
      /run_on_a_lease/,
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
