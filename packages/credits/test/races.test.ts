import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { PostgresStore, type Queryable } from '../src/postgres/index.ts'
import {
  auditAccount,
  FIXTURE_LEASE_MS,
  type Fixture,
  fixtureOn,
  holdOf,
  openAccount,
} from '../src/testing/index.ts'

describe('several processes on one database', () => {
  let database: TestDatabase
  let here: Fixture<Queryable>
  let there: Fixture<Queryable>
  let otherPool: pg.Pool

  beforeAll(async () => {
    database = await createTestDatabase({ template: 'credits' })
    otherPool = new pg.Pool({ connectionString: database.url, max: 10 })
    here = fixtureOn(new PostgresStore(database.pool), 'here')
    there = fixtureOn(new PostgresStore(otherPool), 'there')
  })

  afterAll(async () => {
    await otherPool.end()
    await database.drop()
  })

  const both = <T>(count: number, work: (fixture: Fixture<Queryable>, n: number) => Promise<T>) =>
    Promise.all(Array.from({ length: count }, (_, n) => work(n % 2 ? here : there, n)))

  test('[C10] ten simultaneous holds of 5 on 12 credits: exactly two', async () => {
    for (let round = 0; round < 5; round += 1) {
      const account = `holds-${round}`
      await openAccount(here, account, { credits: 12 })
      const outcomes = await both(10, ({ ledger }, n) => ledger.hold(holdOf(account, `op-${n}`)))
      expect(outcomes.filter(({ kind }) => kind === 'held')).toHaveLength(2)
      expect(await here.ledger.balance(account)).toMatchObject({ available: 2, held: 10 })
      expect(await auditAccount(here.ledger, account)).toEqual([])
    }
  })

  test('[C11] one operation id ten times at once: one hold, ten same answers', async () => {
    await openAccount(here, 'same-id')
    const outcomes = await both(10, ({ ledger }) => ledger.hold(holdOf('same-id', 'op')))
    const answers = outcomes.map((outcome) => ({ ...outcome, replayed: 'whichever' }))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(outcomes.filter((outcome) => 'replayed' in outcome && !outcome.replayed)).toHaveLength(1)
    expect(await here.ledger.balance('same-id')).toMatchObject({ held: 5 })
  })

  test('[C16] settling ten times at once: one settles, nine are told how it ended', async () => {
    await openAccount(here, 'settles')
    await here.ledger.hold(holdOf('settles', 'op'))
    const end = { accountId: 'settles', operationId: 'op' }
    const releaseFor = (ledger: Fixture<Queryable>['ledger']) =>
      ledger.release({ ...end, reason: 'race' })
    const outcomes = await both(10, async ({ ledger }, n) =>
      n < 5 ? await ledger.settle({ ...end, quantity: 1 }) : await releaseFor(ledger),
    )
    const ends = outcomes.filter(({ kind }) => kind !== 'rejected')
    expect(ends).toHaveLength(1)
    expect(await auditAccount(here.ledger, 'settles')).toEqual([])
  })

  test('[C15] settling races reaping from two processes: exactly one wins each time', async () => {
    await openAccount(here, 'reaps')
    for (let round = 0; round < 8; round += 1) {
      const end = { accountId: 'reaps', operationId: `op-${round}` }
      await here.ledger.hold(holdOf('reaps', end.operationId))
      await here.ledger.start(end)
      // The reaper's clock is past the lease, the job's is not.
      there.clock.turn(FIXTURE_LEASE_MS)
      const [settled, ...reaped] = await Promise.all([
        here.ledger.settle({ ...end, quantity: 1 }),
        there.ledger.reap({ limit: 10, onLapsed: async () => {} }),
        there.ledger.reap({ limit: 10, onLapsed: async () => {} }),
      ])
      const wins = reaped.flat().length + (settled.kind === 'settled' ? 1 : 0)
      expect(wins).toBe(1)
      there.clock.turnTo(here.clock.now())
    }
    expect(await here.ledger.balance('reaps')).toMatchObject({ held: 0, openOperations: 0 })
    expect(await auditAccount(here.ledger, 'reaps')).toEqual([])
  })

  test('[C6] twenty looks at a new cycle from two processes open it once', async () => {
    await openAccount(here, 'cycles')
    const later = here.clock.now() + 40 * 86_400_000
    const before = here.clock.now()
    here.clock.turnTo(later)
    there.clock.turnTo(later)
    const balances = await both(20, ({ ledger }) => ledger.balance('cycles'))
    for (const balance of balances) expect(balance).toMatchObject({ balance: 400 })
    expect(await here.ledger.entries('cycles', { limit: 10 })).toHaveLength(3)
    here.clock.turnTo(before)
    there.clock.turnTo(before)
  })

  test('[C37] one adjustment ten times at once from two processes: made once', async () => {
    await openAccount(here, 'adjusts')
    const [first] = await here.ledger.entries('adjusts', { limit: 1 })
    const grantId = first?.grantId ?? ''
    const why = { reason: 'granted twice', actor: {} }
    const outcomes = await both(10, ({ ledger }) =>
      ledger.adjust({ accountId: 'adjusts', adjustmentId: 'once', grantId, credits: 50, ...why }),
    )
    for (const outcome of outcomes) expect(outcome).toMatchObject({ kind: 'adjusted' })
    expect(await here.ledger.balance('adjusts')).toMatchObject({ balance: 350 })
  })

  test('[C35] an account emptied by two processes at once: each alert once', async () => {
    await openAccount(here, 'alerts', { credits: 60 })
    await both(12, async ({ ledger }, n) => {
      const end = { accountId: 'alerts', operationId: `op-${n}` }
      // No more at a time than may be open.
      await ledger.hold(holdOf('alerts', end.operationId))
      await ledger.settle({ ...end, quantity: 1 })
    })
    const left = Array.from({ length: 12 }, (_, n) => `rest-${n}`)
    for (const id of left) {
      await here.ledger.hold(holdOf('alerts', id))
      await here.ledger.settle({ accountId: 'alerts', operationId: id, quantity: 1 })
    }
    const fired: string[] = []
    await both(4, ({ ledger }) =>
      ledger.deliver({
        limit: 1000,
        handle: async (_, events) => {
          for (const { event } of events) {
            if (event.accountId === 'alerts' && event.type === 'alert') fired.push(event.alertId)
          }
        },
      }),
    )
    expect(fired.toSorted()).toEqual(['last-image', 'mostly-used', 'nothing-left'])
  })

  test('[C31] many accounts at once from two processes: every answer is kept', async () => {
    const accounts = Array.from({ length: 12 }, (_, n) => `many-${n}`)
    for (const id of accounts) await openAccount(here, id, { credits: 33 })
    const spent = new Map(accounts.map((id) => [id, 0]))
    await both(240, async ({ ledger }, n) => {
      const accountId = accounts[n % accounts.length] as string
      const end = { accountId, operationId: `op-${n}` }
      const held = await ledger.hold(holdOf(accountId, end.operationId))
      if (held.kind !== 'held') return
      const settled = await ledger.settle({ ...end, quantity: 1 })
      if (settled.kind === 'settled') {
        spent.set(accountId, (spent.get(accountId) ?? 0) + settled.spent)
      }
    })
    for (const id of accounts) {
      expect(await there.ledger.balance(id)).toMatchObject({
        balance: 33 - (spent.get(id) ?? 0),
        held: 0,
        spentInCycle: spent.get(id),
      })
      expect(await auditAccount(here.ledger, id)).toEqual([])
    }
    expect((await here.ledger.audit()).findings).toEqual([])
  })

  test('[C39] two processes whose clocks differ: entries of an account never go back', async () => {
    await openAccount(here, 'clocks')
    there.clock.turn(-5000)
    await both(30, async ({ ledger, clock }, n) => {
      clock.turn(n % 2)
      await ledger.hold(holdOf('clocks', `op-${n}`))
      await ledger.release({ accountId: 'clocks', operationId: `op-${n}`, reason: 'race' })
    })
    const times = (await here.ledger.entries('clocks', { limit: 100 })).map(({ at }) => at)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    there.clock.turnTo(here.clock.now())
  })

  test('[C2] a storm of everything leaves every account sound', async () => {
    await openAccount(here, 'storm', { credits: 60 })
    await both(80, async ({ ledger }, n) => {
      const end = { accountId: 'storm', operationId: `op-${n % 30}` }
      await ledger.hold(holdOf('storm', end.operationId, { quantity: 1 + (n % 3) }))
      await ledger.start(end)
      if (n % 3 === 0) await ledger.settle({ ...end, quantity: 1 })
      if (n % 3 === 1) await ledger.release({ ...end, reason: 'storm' })
    })
    expect(await auditAccount(here.ledger, 'storm')).toEqual([])
    const { rows } = await database.pool.query(`
      select (select coalesce(sum(held), 0) from credits.grants where account_id = 'storm') as held,
        (select coalesce(sum(credits), 0) from credits.operations
          where account_id = 'storm' and state in ('held', 'running')) as open`)
    expect(rows[0].held).toBe(rows[0].open)
  })
})
