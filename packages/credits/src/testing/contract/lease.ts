import { DAY_MS } from '../../instant.ts'
import { auditAccount } from '../audit-account.ts'
import type { ContractCase } from '../contract-case.ts'
import { FIXTURE_LEASE_MS, type Fixture, fixtureOn, holdOf, openAccount } from '../fixture.ts'

const noHook = async () => {}

async function startOne<Tx>(fixture: Fixture<Tx>, accountId: string, operationId = 'op') {
  await fixture.ledger.hold(holdOf(accountId, operationId))
  await fixture.ledger.start({ accountId, operationId })
}

/** Reaps what other cases of the same store may have left, until this account has its turn. */
async function reapAccount<Tx>({ ledger }: Fixture<Tx>, accountId: string) {
  const reaped = await ledger.reap({ limit: 1000, onLapsed: noHook })
  return reaped.filter((operation) => operation.accountId === accountId)
}

export const leaseContract: readonly ContractCase[] = [
  {
    name: '[C14] a queued hold stands; a running one has a lease that renewing counts anew',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c14a')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c14a')
      await ledger.hold(holdOf('c14a', 'op'))
      const op = { accountId: 'c14a', operationId: 'op' }
      expect.equal(await ledger.renew(op), { kind: 'rejected', reason: 'not_started' })
      clock.turn(DAY_MS)
      expect.equal(await reapAccount(fixture, 'c14a'), [])
      const leaseUntil = clock.now() + FIXTURE_LEASE_MS
      expect.equal(await ledger.start(op), { kind: 'started', leaseUntil })
      expect.equal(await ledger.start(op), { kind: 'rejected', reason: 'already_started' })
      clock.turn(FIXTURE_LEASE_MS - 1)
      const renewed = clock.now() + FIXTURE_LEASE_MS
      expect.equal(await ledger.renew(op), { kind: 'renewed', leaseUntil: renewed })
      clock.turn(FIXTURE_LEASE_MS - 1)
      expect.equal(await reapAccount(fixture, 'c14a'), [])
      expect.matches(await ledger.operation('c14a', 'op'), {
        state: 'running',
        leaseUntil: renewed,
      })
      expect.matches(await ledger.settle({ ...op, quantity: 1 }), { kind: 'settled' })
    },
  },
  {
    name: '[C14] renewing never shortens a lease, also by a clock that went back',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c14c')
      await openAccount(fixture, 'c14c')
      await startOne(fixture, 'c14c')
      const leaseUntil = fixture.clock.now() + FIXTURE_LEASE_MS
      fixture.clock.turn(-1000)
      const renewed = await fixture.ledger.renew({ accountId: 'c14c', operationId: 'op' })
      expect.equal(renewed, { kind: 'renewed', leaseUntil })
      fixture.clock.turn(1000)
      await fixture.ledger.release({ accountId: 'c14c', operationId: 'op', reason: 'cancelled' })
    },
  },
  {
    name: '[C14] once the lease is over nothing of the job counts, reaped yet or not',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c14b')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c14b')
      await startOne(fixture, 'c14b')
      clock.turn(FIXTURE_LEASE_MS)
      const op = { accountId: 'c14b', operationId: 'op' }
      const lapsed = { kind: 'rejected', reason: 'lease_lapsed' }
      expect.equal(await ledger.renew(op), lapsed)
      expect.equal(await ledger.settle({ ...op, quantity: 1 }), lapsed)
      expect.matches(await ledger.balance('c14b'), { held: 5 })
      const released = await ledger.release({ ...op, reason: 'failed' })
      expect.matches(released, { kind: 'released', released: 5 })
    },
  },
  {
    name: '[C15] the reaper releases what lapsed and calls the hook in the same transaction',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c15a')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c15a')
      await startOne(fixture, 'c15a')
      clock.turn(FIXTURE_LEASE_MS)
      const lapsed = await ledger.lapsed({ limit: 1000 })
      const mine = lapsed.filter(({ accountId }) => accountId === 'c15a')
      expect.equal(mine.length, 1)
      const heldInside: unknown[] = []
      await ledger.reap({
        limit: 1000,
        onLapsed: async (tx, [operation]) => {
          if (operation?.accountId !== 'c15a') return
          heldInside.push((await ledger.within(tx).balance('c15a'))?.held)
        },
      })
      expect.equal(heldInside, [0])
      expect.matches(await ledger.operation('c15a', 'op'), {
        state: 'released',
        reason: 'lease_lapsed',
        released: 5,
      })
      expect.matches(await ledger.balance('c15a'), { balance: 400, available: 400 })
      const late = await ledger.settle({ accountId: 'c15a', operationId: 'op', quantity: 1 })
      expect.matches(late, { reason: 'operation_ended', operation: { state: 'released' } })
      expect.equal(await auditAccount(ledger, 'c15a'), [])
    },
  },
  {
    name: '[C15] a hook that fails undoes the release of its account only',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c15b')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c15b')
      await openAccount(fixture, 'c15b-other')
      await startOne(fixture, 'c15b')
      await startOne(fixture, 'c15b-other')
      clock.turn(FIXTURE_LEASE_MS)
      const onLapsed = async (_: unknown, [operation]: readonly { accountId: string }[]) => {
        if (operation?.accountId === 'c15b') throw new Error('the hook failed')
      }
      await expect.rejects(ledger.reap({ limit: 1000, onLapsed }), /1 accounts could not be ended/)
      expect.matches(await ledger.operation('c15b', 'op'), { state: 'running' })
      expect.matches(await ledger.operation('c15b-other', 'op'), { state: 'released' })
      const behind = await ledger.lapsed({ limit: 1000, except: ['c15b'] })
      expect.equal(
        behind.filter(({ accountId }) => accountId.startsWith('c15b')),
        [],
      )
      expect.equal((await reapAccount(fixture, 'c15b')).length, 1)
    },
  },
  {
    name: '[C15] a reaper takes a bounded batch, longest lapsed first, and several at a time release once',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c15c')
      const { ledger, clock } = fixture
      await reapEverything(fixture)
      await openAccount(fixture, 'c15c')
      for (const id of ['third', 'second', 'first'].toReversed()) {
        await startOne(fixture, 'c15c', id)
        clock.turn(1)
      }
      clock.turn(FIXTURE_LEASE_MS)
      const lapsed = await ledger.lapsed({ limit: 2 })
      expect.equal(
        lapsed.map(({ id }) => id),
        ['first', 'second'],
      )
      const batches = await Promise.all([
        ledger.reap({ limit: 2, onLapsed: noHook }),
        ledger.reap({ limit: 2, onLapsed: noHook }),
      ])
      const released = batches.flat().map(({ id }) => id)
      expect.equal(new Set(released).size, released.length)
      // The second one may have looked when the first had ended its own.
      expect.equal(released.toSorted().slice(0, 2), ['first', 'second'])
      const openOperations = 3 - released.length
      expect.matches(await ledger.balance('c15c'), { held: 5 * openOperations, openOperations })
    },
  },
  {
    name: '[C15] settling and reaping at once: exactly one of them ends the operation',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c15d')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c15d')
      await startOne(fixture, 'c15d')
      clock.turn(FIXTURE_LEASE_MS - 1)
      const settling = ledger.settle({ accountId: 'c15d', operationId: 'op', quantity: 1 })
      clock.turn(1)
      const [settled, reaped] = await Promise.all([settling, reapAccount(fixture, 'c15d')])
      expect.equal(
        [settled.kind === 'settled', reaped.length],
        [reaped.length === 0, reaped.length],
      )
      expect.matches(await ledger.balance('c15d'), { held: 0, openOperations: 0 })
      expect.equal(await auditAccount(ledger, 'c15d'), [])
    },
  },
]

async function reapEverything<Tx>({ ledger, clock }: Fixture<Tx>): Promise<void> {
  const now = clock.now()
  clock.turn(1000 * DAY_MS)
  await ledger.reap({ limit: 1000, onLapsed: noHook })
  clock.turnTo(now)
}
