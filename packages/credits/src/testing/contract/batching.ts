import { assert } from '../../assert.ts'
import { decide } from '../../decide.ts'
import { auditAccount } from '../audit-account.ts'
import type { ContractCase } from '../contract-case.ts'
import {
  FIXTURE_LEASE_MS,
  FIXTURE_PRICES,
  type Fixture,
  fixtureOn,
  holdOf,
  openAccount,
} from '../fixture.ts'

/** Two processes with the same store and the same time. */
function twoOn<Tx>(
  store: Parameters<typeof fixtureOn<Tx>>[0],
  prefix: string,
): readonly [Fixture<Tx>, Fixture<Tx>] {
  const here = fixtureOn(store, prefix)
  return [here, fixtureOn(store, `${prefix}-there`, { clock: here.clock })]
}

const WANTED = { operationIds: ['op'], grantIds: [], reversalIds: [], adjustmentIds: [] }

/** What a hold changes, decided on the account as the store has it now. */
async function decideHold<Tx>(
  { store, clock }: Fixture<Tx>,
  accountId: string,
  operationId: string,
  { forgets = false } = {},
) {
  const request = { accountId, wanted: WANTED, now: clock.now() }
  const [state] = await store.reader.states([request])
  assert(state, `Account ${accountId} does not exist.`)
  const policy = { priceBook: FIXTURE_PRICES, openOperationsMax: 9, leaseMs: FIXTURE_LEASE_MS }
  const seen = forgets ? { ...state, operations: new Map() } : state
  const context = { ...policy, now: clock.now(), freshId: 'none' }
  return decide(seen, { type: 'hold', ...holdOf(accountId, operationId) }, context).changes
}

async function versionOf<Tx>({ store, clock }: Fixture<Tx>, accountId: string) {
  const request = { accountId, wanted: WANTED, now: clock.now() }
  return (await store.reader.states([request]))[0]?.version
}

/** Opens a transaction that has the account, until it is told to let go. */
async function lockAccount<Tx>({ store, ledger }: Fixture<Tx>, accountId: string) {
  let letGo = () => {}
  const released = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let ended: Promise<void> = Promise.resolve()
  await new Promise<void>((resolve, reject) => {
    ended = store.transaction(async (tx) => {
      await ledger.within(tx).hold(holdOf(accountId, 'locking'))
      resolve()
      await released
    })
    ended.catch(reject)
  })
  return async () => {
    letGo()
    await ended
  }
}

export const batchingContract: readonly ContractCase[] = [
  {
    name: '[C31] a whole life asked for at once is answered in the order it was asked',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c31a')
      const { ledger } = fixture
      const end = { accountId: 'c31a', operationId: 'op' }
      const answers = await Promise.all([
        ledger.hold(holdOf('c31a', 'early')),
        openAccount(fixture, 'c31a', { credits: 12 }),
        ledger.hold(holdOf('c31a', 'op', { quantity: 2 })),
        ledger.hold(holdOf('c31a', 'short')),
        ledger.start(end),
        ledger.settle({ ...end, quantity: 1 }),
        ledger.settle({ ...end, quantity: 2 }),
        ledger.hold(holdOf('c31a', 'fits')),
        ledger.hold(holdOf('c31a', 'short')),
        ledger.release({ ...end, operationId: 'fits', reason: 'cancelled' }),
      ])
      expect.matches(answers, [
        { reason: 'unknown_account' },
        undefined,
        { kind: 'held', replayed: false },
        { reason: 'insufficient', shortBy: 3, replayed: false },
        { kind: 'started' },
        { kind: 'settled', spent: 5, released: 5 },
        { reason: 'operation_ended', operation: { spent: 5 } },
        { kind: 'held', replayed: false },
        { reason: 'insufficient', shortBy: 3, replayed: true },
        { kind: 'released', released: 5 },
      ])
      expect.matches(await ledger.balance('c31a'), { balance: 7, available: 7, openOperations: 0 })
      expect.equal(await auditAccount(ledger, 'c31a'), [])
    },
  },
  {
    name: '[C31] many accounts at once: each is answered as if it had been alone',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c31b')
      const { ledger } = fixture
      const ids = Array.from({ length: 30 }, (_, n) => `c31b-${n}`)
      await Promise.all(ids.map((id, n) => openAccount(fixture, id, { credits: 5 * (n % 3) })))
      const outcomes = await Promise.all(
        ids.flatMap((id) => [ledger.hold(holdOf(id, 'a')), ledger.hold(holdOf(id, 'b'))]),
      )
      const held = outcomes.map(({ kind }) => kind === 'held')
      const expected = ids.flatMap((_, n) => [n % 3 > 0, n % 3 > 1])
      expect.equal(held, expected)
      for (const id of ids) expect.equal(await auditAccount(ledger, id), [])
    },
  },
  {
    name: '[C31] what another process did is seen by the next command, also by one that changes nothing',
    run: async (store, expect) => {
      const [here, there] = twoOn(store, 'c31c')
      const end = { accountId: 'c31c', operationId: 'op' }
      await openAccount(here, 'c31c', { credits: 10 })
      await here.ledger.hold(holdOf('c31c', 'op'))
      await there.ledger.settle({ ...end, quantity: 1 })
      const settled = { state: 'settled', spent: 5 }
      const again = await here.ledger.hold(holdOf('c31c', 'op'))
      expect.matches(again, { kind: 'held', replayed: true, operation: settled })
      await there.ledger.hold(holdOf('c31c', 'theirs'))
      const release = here.ledger.release({ ...end, operationId: 'theirs', reason: 'cancelled' })
      expect.matches(await release, { kind: 'released', released: 5 })
      const ended = await there.ledger.settle({ ...end, operationId: 'theirs', quantity: 1 })
      expect.matches(ended, { reason: 'operation_ended', operation: { state: 'released' } })
      await there.ledger.hold(holdOf('c31c', 'last'))
      const short = await here.ledger.hold(holdOf('c31c', 'more'))
      expect.matches(short, { reason: 'insufficient', shortBy: 5 })
    },
  },
  {
    name: '[C31] an id that another process used is known, whatever it was used for',
    run: async (store, expect) => {
      const [here, there] = twoOn(store, 'c31d')
      await openAccount(here, 'c31d', { credits: 10 })
      await here.ledger.hold(holdOf('c31d', 'mine'))
      const theirs = await there.ledger.hold(holdOf('c31d', 'theirs'))
      const again = await here.ledger.hold(holdOf('c31d', 'theirs'))
      expect.equal(again, { ...theirs, replayed: true })
      const other = await there.ledger.hold(holdOf('c31d', 'mine', { requestHash: 'other' }))
      expect.equal(other, { kind: 'rejected', reason: 'operation_conflict' })
      const short = await there.ledger.hold(holdOf('c31d', 'short'))
      expect.equal(await here.ledger.hold(holdOf('c31d', 'short')), { ...short, replayed: true })
      expect.matches(await here.ledger.balance('c31d'), { held: 10, openOperations: 2 })
    },
  },
  {
    name: "[C31] what the caller's own transaction did is seen by the next command after it",
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c31e')
      const { ledger } = fixture
      await openAccount(fixture, 'c31e', { credits: 10 })
      for (const id of ['a', 'b', 'c', 'd']) {
        await ledger.hold(holdOf('c31e', id))
        const end = { accountId: 'c31e', operationId: id }
        await store.transaction((tx) => ledger.within(tx).release({ ...end, reason: 'failed' }))
        const ended = await ledger.settle({ ...end, quantity: 1 })
        expect.matches(ended, { reason: 'operation_ended' })
      }
      expect.matches(await ledger.balance('c31e'), { balance: 10, available: 10 })
    },
  },
  {
    name: '[C31] what was decided on an older version, or creates what exists, is not appended',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c31g')
      await openAccount(fixture, 'c31g')
      const changes = await decideHold(fixture, 'c31g', 'op')
      expect.equal(await store.appendUnlocked([changes]), [])
      expect.equal(await store.appendUnlocked([changes]), ['c31g'])
      const forgetful = await decideHold(fixture, 'c31g', 'op', { forgets: true })
      expect.equal(await store.appendUnlocked([forgetful]), ['c31g'])
      expect.matches(await fixture.ledger.balance('c31g'), { held: 5, openOperations: 1 })
      expect.equal(await store.appendUnlocked([]), [])
    },
  },
  {
    name: '[C31] what changes nothing is compared with the version and leaves it as it is',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c31h')
      await openAccount(fixture, 'c31h')
      await fixture.ledger.hold(holdOf('c31h', 'op'))
      const again = await decideHold(fixture, 'c31h', 'op')
      const version = await versionOf(fixture, 'c31h')
      expect.equal(await store.appendUnlocked([again]), [])
      expect.equal(await versionOf(fixture, 'c31h'), version)
      await fixture.ledger.hold(holdOf('c31h', 'next'))
      expect.equal(await store.appendUnlocked([again]), ['c31h'])
    },
  },
  {
    name: '[C31] one account that changed or is locked keeps all from being appended, and is named',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c31i')
      for (const id of ['c31i', 'c31i-old', 'c31i-locked']) await openAccount(fixture, id)
      const good = await decideHold(fixture, 'c31i', 'op')
      const old = await decideHold(fixture, 'c31i-old', 'op')
      const locked = await decideHold(fixture, 'c31i-locked', 'op')
      await fixture.ledger.hold(holdOf('c31i-old', 'other'))
      const letGo = await lockAccount(fixture, 'c31i-locked')
      const named = await store.appendUnlocked([good, old, locked])
      await letGo()
      expect.equal(named.toSorted(), ['c31i-locked', 'c31i-old'])
      expect.equal(await fixture.ledger.operation('c31i', 'op'), undefined)
      expect.equal(await store.appendUnlocked([good]), [])
    },
  },
  {
    name: '[C31] two processes at once never spend a credit twice',
    run: async (store, expect) => {
      const both = twoOn(store, 'c31f')
      const [{ ledger }] = both
      await openAccount(both[0], 'c31f', { credits: 23 })
      const outcomes = await Promise.all(
        Array.from({ length: 40 }, async (_, n) => {
          const { ledger: either } = both[n % 2] as Fixture<unknown>
          const held = await either.hold(holdOf('c31f', `op-${n}`))
          if (held.kind !== 'held') return 0
          const end = { accountId: 'c31f', operationId: `op-${n}`, quantity: 1 }
          const settled = await either.settle(end)
          return settled.kind === 'settled' ? settled.spent : 0
        }),
      )
      expect.equal(
        outcomes.reduce((sum, spent) => sum + spent, 0),
        20,
      )
      expect.matches(await ledger.balance('c31f'), { balance: 3, held: 0, spentInCycle: 20 })
      expect.equal(await auditAccount(ledger, 'c31f'), [])
    },
  },
  {
    name: '[C32] a command that cannot be executed spoils none of those beside it',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c32a')
      const { ledger } = fixture
      await openAccount(fixture, 'c32a')
      await openAccount(fixture, 'c32a-other')
      const tooLarge = holdOf('c32a', 'bad', {
        quantity: Number.MAX_SAFE_INTEGER,
        quote: { version: 1, credits: 5 },
      })
      const [first, bad, last, other] = await Promise.allSettled([
        ledger.hold(holdOf('c32a', 'first')),
        ledger.hold(tooLarge),
        ledger.hold(holdOf('c32a', 'last')),
        ledger.hold(holdOf('c32a-other', 'op')),
      ])
      for (const good of [first, last, other]) {
        expect.matches(good, { status: 'fulfilled', value: { kind: 'held', replayed: false } })
      }
      expect.equal(bad?.status, 'rejected')
      expect.equal(await ledger.operation('c32a', 'bad'), undefined)
      expect.matches(await ledger.balance('c32a'), { held: 10, openOperations: 2 })
    },
  },
  {
    name: '[C33] an account that is locked waits; all others go on',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c33a', { limits: { lockedMax: 2 } })
      const { ledger } = fixture
      const locked = ['c33a-1', 'c33a-2', 'c33a-3']
      for (const id of [...locked, 'c33a']) await openAccount(fixture, id, { credits: 10 })
      for (const id of locked) await ledger.hold(holdOf(id, 'before'))
      const endings = await Promise.all(locked.map((id) => lockAccount(fixture, id)))
      let waited = 0
      const waiting = locked.map(async (id) => {
        const outcome = await ledger.hold(holdOf(id, 'op'))
        waited += 1
        return outcome
      })
      for (const id of ['a', 'b', 'c']) {
        const end = { accountId: 'c33a', operationId: id }
        await ledger.hold(holdOf('c33a', id))
        expect.matches(await ledger.release({ ...end, reason: 'x' }), { kind: 'released' })
      }
      expect.equal(waited, 0)
      for (const end of endings) await end()
      for (const outcome of await Promise.all(waiting)) {
        expect.matches(outcome, { reason: 'insufficient', shortBy: 5 })
      }
    },
  },
  {
    name: '[C33] one more than may wait is refused as busy, and nothing of it was decided',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c33b', { limits: { waitingMax: 3 } })
      const { ledger } = fixture
      await openAccount(fixture, 'c33b')
      const ids = ['a', 'b', 'c', 'd', 'e']
      const answers = await Promise.allSettled(ids.map((id) => ledger.hold(holdOf('c33b', id))))
      const states = answers.map(({ status }) => status)
      expect.equal(states, ['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected'])
      const refused = answers.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
      for (const error of refused) expect.matches(error, { name: 'LedgerBusyError' })
      expect.equal(await ledger.operation('c33b', 'd'), undefined)
      expect.matches(await ledger.hold(holdOf('c33b', 'd')), { kind: 'held', replayed: false })
      expect.matches(await ledger.balance('c33b'), { held: 20 })
    },
  },
]
