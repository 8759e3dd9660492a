import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import type { Store, WaitingEvent } from '../src/index.ts'
import { DAY_MS } from '../src/instant.ts'
import { MemoryStore } from '../src/memory/index.ts'
import { PostgresStore } from '../src/postgres/index.ts'
import {
  auditAccount,
  FIXTURE_START,
  type Fixture,
  fixtureOn,
  openAccount,
  stepsArbitrary,
  TurningClock,
  takeStep,
} from '../src/testing/index.ts'

/** Ids of grants that do not depend on how many were asked for: stores load more or less at a time. */
function comparable<Tx>(store: Store<Tx>): Fixture<Tx> {
  const clock = new TurningClock(FIXTURE_START)
  return fixtureOn(store, 'unused', { clock, newId: () => `grant-of-${clock.now()}` })
}

async function eventsOf<Tx>({ ledger }: Fixture<Tx>, accountId: string) {
  const told: unknown[] = []
  const handle = async (_: Tx, events: readonly WaitingEvent[]) => {
    told.push(...events.map(({ event }) => event).filter((event) => event.accountId === accountId))
  }
  while ((await ledger.deliver({ limit: 1000, handle })) > 0);
  return told
}

describe('memory and PostgreSQL', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await createTestDatabase({ template: 'credits' })
  })

  afterAll(async () => {
    await database.drop()
  })

  test('[C3] answer every step of a random life the same', async () => {
    let lives = 0
    const life = fc.asyncProperty(stepsArbitrary, async (steps) => {
      lives += 1
      const accountId = `life-${lives}`
      const memory = comparable(new MemoryStore())
      const postgres = comparable(new PostgresStore(database.pool))
      await openAccount(memory, accountId, { credits: 60 })
      await openAccount(postgres, accountId, { credits: 60 })
      for (const step of steps) {
        const expected = await takeStep(memory, accountId, step)
        expect(await takeStep(postgres, accountId, step)).toEqual(expected)
        expect(await postgres.ledger.balance(accountId)).toEqual(
          await memory.ledger.balance(accountId),
        )
      }
      const all = { limit: 10_000 }
      expect(await postgres.ledger.entries(accountId, all)).toEqual(
        await memory.ledger.entries(accountId, all),
      )
      expect(await postgres.ledger.usage(accountId, { limit: 3 })).toEqual(
        await memory.ledger.usage(accountId, { limit: 3 }),
      )
      const period = { from: postgres.clock.now() - 40 * DAY_MS, to: postgres.clock.now() + 1 }
      expect(await postgres.ledger.spentByDay(accountId, period)).toEqual(
        await memory.ledger.spentByDay(accountId, period),
      )
      for (const { at } of await memory.ledger.entries(accountId, all)) {
        expect(await postgres.ledger.explain(accountId, at)).toEqual(
          await memory.ledger.explain(accountId, at),
        )
      }
      expect(await eventsOf(postgres, accountId)).toEqual(await eventsOf(memory, accountId))
      expect(await auditAccount(postgres.ledger, accountId)).toEqual([])
      const { findings } = await postgres.ledger.audit()
      expect(findings).toEqual([])
      // Ends what still runs, so that the next life's reaper does not meet it.
      await endAll(accountId)
    })
    await fc.assert(life, { numRuns: 25 })
  }, 60_000)

  const endAll = (accountId: string) =>
    database.pool.query(
      `update credits.operations set lease_until = 9000000000000000
       where account_id = $1 and state = 'running'`,
      [accountId],
    )
})
