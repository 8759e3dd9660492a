import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { type Ledger, StoreError } from '../src/index.ts'
import { PostgresStore, type Queryable } from '../src/postgres/index.ts'
import {
  FIXTURE_LEASE_MS,
  type Fixture,
  fixtureOn,
  holdOf,
  openAccount,
} from '../src/testing/index.ts'
import { FaultyWire } from './faulty-wire.ts'

const DISK_FULL = '53100'
const APPEND = /credits\.append/
const WRITE = /credits\.append|^insert into/
const POOL_NAME = 'pool on the faulty wire'

describe('bad days of the database', () => {
  let database: TestDatabase
  let wire: FaultyWire
  let pool: pg.Pool
  let fixture: Fixture<Queryable>
  let ledger: Ledger<Queryable>
  let days = 0

  beforeAll(async () => {
    database = await createTestDatabase({ template: 'credits' })
    await database.pool.query('create table results (id text primary key)')
    wire = await FaultyWire.open(database.url)
  })

  beforeEach(() => {
    days += 1
    pool = new pg.Pool({ connectionString: wire.url, application_name: POOL_NAME, max: 10 })
    pool.on('error', () => undefined)
    pool.on('connect', (client) => client.on('error', () => undefined))
    fixture = fixtureOn(new PostgresStore(pool), `day-${days}`)
    ledger = fixture.ledger
  })

  afterEach(async () => {
    wire.mend()
    expect((await ledger.audit()).findings).toEqual([])
    await pool.end()
  })

  afterAll(async () => {
    await wire.close()
    await database.drop()
  })

  const open = async (count: number): Promise<readonly string[]> => {
    const accounts = Array.from({ length: count }, (_, n) => `day-${days}-${n}`)
    await Promise.all(accounts.map((account) => openAccount(fixture, account)))
    return accounts
  }

  const holdAll = (accounts: readonly string[], operationId = 'op') =>
    Promise.allSettled(accounts.map((account) => ledger.hold(holdOf(account, operationId))))

  const endOf = (accountId: string) => ({ accountId, operationId: 'op', quantity: 1 })

  const everybodyIsTold = (outcomes: readonly PromiseSettledResult<unknown>[]) => {
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(StoreError) })
    }
  }

  test('[C11] a batch was written and its answer lost: the same commands again get the first answers', async () => {
    const accounts = await open(20)
    wire.breakAfter(APPEND)
    everybodyIsTold(await holdAll(accounts))
    wire.mend()
    for (const outcome of await holdAll(accounts)) {
      expect(outcome).toMatchObject({ value: { kind: 'held', replayed: true } })
    }
    for (const account of accounts) {
      expect(await ledger.balance(account)).toMatchObject({ available: 395, held: 5 })
    }
  })

  test('[C11] a batch that never arrived has taken nothing: the same commands again are the first', async () => {
    const accounts = await open(20)
    wire.breakBefore(APPEND)
    everybodyIsTold(await holdAll(accounts))
    wire.mend()
    for (const outcome of await holdAll(accounts)) {
      expect(outcome).toMatchObject({ value: { kind: 'held', replayed: false } })
    }
  })

  test.each(['breakBefore', 'breakAfter'] as const)(
    '[C16] %s a batch of endings of one account: asked again, each operation has ended once',
    async (fault) => {
      const [account = ''] = await open(1)
      const ids = Array.from({ length: 10 }, (_, n) => `op-${n}`)
      for (const id of ids) await ledger.hold(holdOf(account, id))
      const settleAll = () =>
        Promise.allSettled(
          ids.map((operationId) => ledger.settle({ accountId: account, operationId, quantity: 1 })),
        )
      wire[fault](APPEND)
      everybodyIsTold(await settleAll())
      wire.mend()
      const again =
        fault === 'breakBefore'
          ? { kind: 'settled', spent: 5 }
          : { reason: 'operation_ended', operation: { state: 'settled', spent: 5 } }
      for (const outcome of await settleAll()) expect(outcome).toMatchObject({ value: again })
      expect(await ledger.balance(account)).toMatchObject({ balance: 350, held: 0 })
    },
  )

  test("[C12] the answer to the caller's own commit is lost: result and charge are there, or neither is", async () => {
    const [account = ''] = await open(1)
    await ledger.hold(holdOf(account, 'op'))
    const deliver = () =>
      new PostgresStore(pool).transaction(async (tx) => {
        const settled = await ledger.within(tx).settle(endOf(account))
        if (settled.kind === 'settled') {
          await tx.query('insert into results values ($1)', [account])
        }
        return settled
      })
    const results = async () =>
      (await database.pool.query('select from results where id = $1', [account])).rowCount
    wire.breakBefore(/^commit$/)
    await expect(deliver()).rejects.toThrow(StoreError)
    wire.mend()
    expect(await results()).toBe(0)
    expect(await ledger.balance(account)).toMatchObject({ balance: 400, held: 5 })
    wire.breakAfter(/^commit$/)
    await expect(deliver()).rejects.toThrow(StoreError)
    wire.mend()
    expect(await results()).toBe(1)
    expect(await deliver()).toMatchObject({ reason: 'operation_ended' })
    expect(await ledger.balance(account)).toMatchObject({ balance: 395, held: 0 })
  })

  test('[C27] while the database is away everybody hears so; when it is back the same ledger goes on', async () => {
    const accounts = await open(3)
    const [account = ''] = accounts
    await holdAll(accounts)
    wire.break()
    everybodyIsTold(
      await Promise.allSettled([
        ledger.hold(holdOf(account, 'other')),
        ledger.settle(endOf(account)),
        ledger.balance(account),
        ledger.operation(account, 'op'),
        ledger.usage(account, { limit: 10 }),
        ledger.lapsed({ limit: 10 }),
        ledger.audit(),
      ]),
    )
    wire.mend()
    expect(await ledger.settle(endOf(account))).toMatchObject({ kind: 'settled' })
    expect(await ledger.balance(account)).toMatchObject({ balance: 395, held: 0 })
  })

  test('[C11] connections that the database ends again and again: everybody gets one answer in the end', async () => {
    const accounts = await open(8)
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = $1`
    let answers = 0
    const until = async <T>(question: () => Promise<T>): Promise<T> => {
      for (;;) {
        try {
          const answer = await question()
          answers += 1
          if (answers % 40 === 1) await database.pool.query(cut, [POOL_NAME])
          return answer
        } catch (error) {
          expect(error).toBeInstanceOf(StoreError)
        }
      }
    }
    const lives = Array.from({ length: 160 }, async (_, n) => {
      const end = { accountId: accounts[n % accounts.length] ?? '', operationId: `op-${n}` }
      const held = await until(() => ledger.hold(holdOf(end.accountId, end.operationId)))
      // Ten may be open: the rest is refused, and stays so.
      if (held.kind === 'rejected') expect(held).toMatchObject({ reason: 'too_many_open' })
      else await until(() => ledger.settle({ ...end, quantity: 1 }))
    })
    await Promise.all(lives)
    for (const account of accounts) {
      const { items } = await until(() => ledger.usage(account, { limit: 100 }))
      expect(items.length).toBeGreaterThanOrEqual(10)
      for (const operation of items) expect(operation).toMatchObject({ state: 'settled', spent: 5 })
      const balance = await until(() => ledger.balance(account))
      expect(balance).toMatchObject({ balance: 400 - 5 * items.length, held: 0 })
    }
  })

  test('[C10] a full disk: whoever writes hears of it and nothing is taken; whoever reads notices nothing', async () => {
    const accounts = await open(3)
    const [account = '', other = ''] = accounts
    await holdAll(accounts)
    await ledger.start({ accountId: other, operationId: 'op' })
    fixture.clock.turn(FIXTURE_LEASE_MS)
    wire.fail(WRITE, DISK_FULL)
    const full = { name: 'StoreError', cause: { code: DISK_FULL } }
    await expect(ledger.hold(holdOf(account, 'more'))).rejects.toMatchObject(full)
    await expect(ledger.settle(endOf(account))).rejects.toMatchObject(full)
    const within = new PostgresStore(pool).transaction(async (tx) =>
      ledger.within(tx).settle(endOf(account)),
    )
    await expect(within).rejects.toMatchObject(full)
    const grant = { startsAt: fixture.clock.now(), endsAt: fixture.clock.now() + 1000 }
    const gift = {
      accountId: account,
      grantId: 'gift',
      credits: 5,
      ...grant,
      reason: '',
      actor: {},
    }
    await expect(ledger.grant(gift)).rejects.toMatchObject(full)
    const reaping = ledger.reap({ limit: 10, onLapsed: async () => {} })
    await expect(reaping).rejects.toMatchObject({ name: 'ReapError', cause: full })
    expect(await ledger.balance(account)).toMatchObject({ balance: 400, available: 395, held: 5 })
    expect((await ledger.audit()).findings).toEqual([])
    wire.mend()
    expect(await ledger.settle(endOf(account))).toMatchObject({ kind: 'settled' })
    expect(await ledger.reap({ limit: 10, onLapsed: async () => {} })).toHaveLength(1)
  })

  test('[C10] an account that somebody keeps locked holds up no other', async () => {
    const [stuck = '', ...others] = await open(30)
    const client = await database.pool.connect()
    await client.query('begin')
    await client.query('select from credits.accounts where account_id = $1 for update', [stuck])
    let answered = 0
    const waiting = Array.from({ length: 20 }, async (_, n) => {
      const outcome = await ledger.hold(holdOf(stuck, `op-${n}`))
      answered += 1
      return outcome
    })
    // All with something for the locked account in between, so that no batch gets by without it.
    for (const operationId of ['op-1', 'op-2', 'op-3']) {
      const more = ledger.hold(holdOf(stuck, `more-${operationId}`))
      waiting.push(more)
      for (const outcome of await holdAll(others, operationId)) {
        expect(outcome).toMatchObject({ value: { kind: 'held' } })
      }
    }
    expect(await ledger.balance(stuck)).toMatchObject({ balance: 400, held: 0 })
    expect(answered).toBe(0)
    await client.query('rollback')
    client.release()
    const outcomes = await Promise.all(waiting)
    expect(outcomes.filter(({ kind }) => kind === 'held')).toHaveLength(10)
  })
})
