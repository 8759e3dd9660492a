import pg from 'pg'
import { expect, test } from 'vitest'
import { createTestDatabase } from '../../../test/database.ts'
import { migrate, migrations, PostgresStore } from '../src/postgres/index.ts'
import { FIXTURE_START, fixtureOn } from '../src/testing/index.ts'

const START = FIXTURE_START
const DAY = 86_400_000

/** As the first two migrations kept it: one grant, operations in every state, lines of their own. */
const BEFORE = `
insert into credits.accounts values ('old', 100, ${START}, false, 1, ${START});
insert into credits.allowance_changes
  values ('old', 1, 100, ${START}, false, ${START}, 'sign-up', '{}');
insert into credits.grants (account_id, grant_id, kind, starts_at, ends_at, created_at, reason, actor)
  values ('old', 'gift', 'granted', ${START}, ${START + DAY}, ${START}, 'gift', '{"memberId":"m"}'),
    ('old', 'month', 'allowance', ${START}, ${START + 28 * DAY}, ${START}, 'allowance', '{}');
insert into credits.operations (account_id, operation_id, action, quantity, unit_price,
  price_version, credits, state, spent, released, reversed, quote_version, quote_credits,
  request_hash, refusal, created_at, started_at, lease_until, ended_at, reason, actor)
  values
  ('old', 'spent', 'image.standard', 2, 5, 1, 10, 'settled', 10, 0, 0, 1, 10, 'hash', null,
    ${START}, ${START}, ${START + 9}, ${START + 1}, null, '{"memberId":"m"}'),
  ('old', 'late', 'image.standard', 1, 5, 1, 5, 'released', 0, 5, 0, 1, 5, 'hash', null,
    ${START}, null, null, ${START + 2}, 'failed', '{}'),
  ('old', 'running', 'image.standard', 1, 5, 1, 5, 'running', 0, 0, 0, 1, 5, 'hash', null,
    ${START + 3}, ${START + 4}, ${START + 30_000}, null, null, '{}'),
  ('old', 'refused', 'image.pro', 99, 10, 1, 0, 'refused', 0, 0, 0, 1, 990, 'hash',
    '{"reason":"insufficient","price":990,"shortBy":900,"resetsAt":0}', ${START + 5}, null, null,
    ${START + 5}, 'insufficient', '{}');
insert into credits.hold_lines values
  ('old', 'spent', 0, 'gift', 7, 7, 0, 0, 5), ('old', 'spent', 1, 'month', 3, 3, 0, 0, 6),
  ('old', 'late', 0, 'month', 5, 0, 5, 0, null), ('old', 'running', 0, 'month', 5, 0, 0, 0, null);
insert into credits.entries (account_id, seq, at, kind, grant_id, from_place, to_place, amount,
  actor, operation_id) values
  ('old', 1, ${START}, 'grant', 'month', null, 'available', 100, '{}', null),
  ('old', 2, ${START}, 'grant', 'gift', null, 'available', 7, '{}', null),
  ('old', 3, ${START}, 'hold', 'gift', 'available', 'held', 7, '{"memberId":"m"}', 'spent'),
  ('old', 4, ${START}, 'hold', 'month', 'available', 'held', 3, '{"memberId":"m"}', 'spent'),
  ('old', 5, ${START + 1}, 'settle', 'gift', 'held', 'spent', 7, '{"memberId":"m"}', 'spent'),
  ('old', 6, ${START + 1}, 'settle', 'month', 'held', 'spent', 3, '{"memberId":"m"}', 'spent'),
  ('old', 7, ${START + 1}, 'hold', 'month', 'available', 'held', 5, '{}', 'late'),
  ('old', 8, ${START + 2}, 'release', 'month', 'held', 'expired', 5, '{}', 'late'),
  ('old', 9, ${START + 3}, 'hold', 'month', 'available', 'held', 5, '{}', 'running');`

test('[C3] a ledger of before goes on as it was: same balance, same entries, books in order', async () => {
  const database = await createTestDatabase()
  const client = new pg.Client(database.url)
  await client.connect()
  await client.query(`create schema credits;
    create table credits.migrations (name text primary key, checksum text not null,
      applied_at timestamptz not null default now())`)
  for (const { name, sql } of migrations.slice(0, 2)) {
    await client.query(sql)
    const record = 'insert into credits.migrations values ($1, md5($2))'
    await client.query(record, [name, sql])
  }
  await client.query(BEFORE)
  await migrate(client)
  const { ledger, clock } = fixtureOn(new PostgresStore(database.pool))
  clock.turnTo(START + 6)
  const balance = await ledger.balance('old')
  expect(balance).toMatchObject({ balance: 92, held: 5, spentInCycle: 10, openOperations: 1 })
  const entries = await ledger.entries('old', { limit: 100 })
  expect(entries[7]).toMatchObject({ kind: 'release', from: 'held', to: 'expired' })
  expect(entries[4]).toMatchObject({ kind: 'settle', actor: { memberId: 'm' } })
  expect((await ledger.audit()).findings).toEqual([])
  const end = { accountId: 'old', operationId: 'running', quantity: 1 }
  expect(await ledger.settle(end)).toMatchObject({ kind: 'settled', spent: 5 })
  const fault = { accountId: 'old', operationId: 'spent', reason: 'fault', actor: {} }
  const reversed = await ledger.reverse({ ...fault, reversalId: 'r', credits: 4 })
  expect(reversed).toMatchObject({ kind: 'reversed', reversal: { returned: 4 } })
  // Last drawn first: three of the month, one of the gift.
  const corrections = (await ledger.entries('old', { limit: 100, after: 10 })).map(
    ({ grantId, amount, corrects }) => [grantId, amount, corrects],
  )
  expect(corrections).toEqual([
    ['month', 3, 6],
    ['gift', 1, 5],
  ])
  expect((await ledger.audit()).findings).toEqual([])
  await client.end()
  await database.drop()
})
