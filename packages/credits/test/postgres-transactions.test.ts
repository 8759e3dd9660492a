import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { StoreError } from '../src/index.ts'
import { PostgresStore, type Queryable } from '../src/postgres/index.ts'
import {
  FIXTURE_LEASE_MS,
  type Fixture,
  fixtureOn,
  holdOf,
  openAccount,
} from '../src/testing/index.ts'

describe('transactions in PostgreSQL', () => {
  let database: TestDatabase
  let fixture: Fixture<Queryable>

  beforeAll(async () => {
    database = await createTestDatabase({ template: 'credits' })
    fixture = fixtureOn(new PostgresStore(database.pool), 'g')
  })

  afterAll(async () => {
    await database.drop()
  })

  const connect = async () => {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    return client
  }

  test("[C12] settles in the caller's own transaction, with the caller's own rows", async () => {
    const { ledger } = fixture
    await openAccount(fixture, 'own')
    await ledger.hold(holdOf('own', 'op'))
    await database.pool.query('create table results (id text primary key)')
    const client = await connect()
    await client.query('begin')
    const end = { accountId: 'own', operationId: 'op', quantity: 1 }
    expect(await ledger.within(client).settle(end)).toMatchObject({ kind: 'settled' })
    await client.query(`insert into results values ('image')`)
    await client.query('rollback')
    expect(await ledger.balance('own')).toMatchObject({ balance: 400, held: 5 })
    await client.query('begin')
    await ledger.within(client).settle(end)
    await client.query(`insert into results values ('image')`)
    await client.query('commit')
    await client.end()
    expect(await ledger.balance('own')).toMatchObject({ balance: 395, held: 0 })
  })

  test('[C12] refuses to work outside of a transaction', async () => {
    const { ledger } = fixture
    await openAccount(fixture, 'outside')
    const client = await connect()
    const message = /inside one open transaction/
    await expect(ledger.within(client).hold(holdOf('outside', 'op'))).rejects.toThrow(message)
    await expect(ledger.within(database.pool).hold(holdOf('outside', 'op'))).rejects.toThrow(
      message,
    )
    await client.end()
    expect(await ledger.operation('outside', 'op')).toBeUndefined()
  })

  test('[C12] a failure that was passed over is not taken for a commit', async () => {
    await openAccount(fixture, 'swallowed')
    const store = new PostgresStore(database.pool)
    const work = store.transaction(async (tx) => {
      await fixture.ledger.within(tx).hold(holdOf('swallowed', 'op'))
      await tx.query('select 1 / 0').catch(() => undefined)
    })
    await expect(work).rejects.toThrow(StoreError)
    expect(await fixture.ledger.balance('swallowed')).toMatchObject({ held: 0 })
  })

  test('[C27] a connection that breaks is an error with its cause, and nothing is taken', async () => {
    const { ledger } = fixture
    await openAccount(fixture, 'broken')
    const store = new PostgresStore(database.pool)
    const work = store.transaction(async (tx) => {
      await ledger.within(tx).hold(holdOf('broken', 'op'))
      const killer = 'select pg_terminate_backend($1::int)'
      const { rows } = await tx.query('select pg_backend_pid() as pid')
      await database.pool.query(killer, [(rows[0] as { pid: number }).pid])
      await ledger.within(tx).balance('broken')
    })
    const error = await work.catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(StoreError)
    expect((error as Error).cause).toBeInstanceOf(Error)
    expect(await ledger.balance('broken')).toMatchObject({ balance: 400, held: 0 })
  })

  test('[C27] a database that is not there is an error, never a balance', async () => {
    const pool = new pg.Pool({ connectionString: 'postgres://nobody:none@127.0.0.1:1/none' })
    const { ledger } = fixtureOn(new PostgresStore(pool))
    await expect(ledger.balance('any')).rejects.toThrow(StoreError)
    await expect(ledger.hold(holdOf('any', 'op'))).rejects.toThrow(StoreError)
    await pool.end()
  })

  test('[C1] a number too large to be exact is refused, not rounded', async () => {
    const client = await connect()
    await client.query('begin')
    await client.query(
      `insert into credits.accounts (account_id, allowance_credits, allowance_anchor,
        pauses_at_zero, allowance_seq, created_at, last_at)
        values ('huge', 9007199254740993, 0, false, 1, 0, 0)`,
    )
    const reading = fixture.ledger.within(client).balance('huge')
    await expect(reading).rejects.toThrow(/whole number/)
    await client.query('rollback')
    await client.end()
  })

  test('[C26] tells the account when what is seen changes, at the commit and not before', async () => {
    const { ledger, clock } = fixture
    const heard: (string | undefined)[] = []
    const listener = await connect()
    listener.on('notification', ({ payload }) => heard.push(payload))
    await listener.query('listen credits')
    const next = async (work: () => Promise<unknown>) => {
      heard.length = 0
      await work()
      // Notifications arrive in order, so this one closes what the work has caused.
      await database.pool.query(`select pg_notify('credits', 'end')`)
      await expect.poll(() => heard.at(-1)).toBe('end')
      return heard.slice(0, -1)
    }
    const end = { accountId: 'told', operationId: 'op' }
    expect(await next(() => openAccount(fixture, 'told'))).toEqual(['told'])
    expect(await next(() => ledger.hold(holdOf('told', 'op')))).toEqual(['told'])
    expect(await next(() => ledger.hold(holdOf('told', 'op')))).toEqual([])
    expect(await next(() => ledger.start(end))).toEqual([])
    expect(await next(() => ledger.renew(end))).toEqual([])
    const failing = () =>
      new PostgresStore(database.pool)
        .transaction(async (tx) => {
          await ledger.within(tx).settle({ ...end, quantity: 1 })
          throw new Error('undone')
        })
        .catch(() => undefined)
    expect(await next(failing)).toEqual([])
    expect(await next(() => ledger.settle({ ...end, quantity: 1 }))).toEqual(['told'])
    expect(await next(() => ledger.balance('told'))).toEqual([])
    clock.turn(40 * 86_400_000)
    expect(await next(() => ledger.balance('told'))).toEqual(['told'])
    await listener.end()
  })

  test('[C15] an account that somebody keeps locked does not keep the reaper from others', async () => {
    const { ledger, clock } = fixture
    for (const accountId of ['stuck', 'free']) {
      await openAccount(fixture, accountId)
      await ledger.hold(holdOf(accountId, 'op'))
      await ledger.start({ accountId, operationId: 'op' })
    }
    clock.turn(FIXTURE_LEASE_MS)
    const client = await connect()
    await client.query('begin')
    await client.query(`select from credits.accounts where account_id = 'stuck' for update`)
    const reaping = ledger.reap({ limit: 10, onLapsed: async () => {} })
    await expect(reaping).rejects.toMatchObject({ name: 'ReapError' })
    expect(await ledger.operation('free', 'op')).toMatchObject({ state: 'released' })
    await client.query('rollback')
    await client.end()
    expect(await ledger.reap({ limit: 10, onLapsed: async () => {} })).toHaveLength(1)
  })
})
