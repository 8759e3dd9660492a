import { auditAccount } from '../audit-account.ts'
import type { ContractCase } from '../contract-case.ts'
import { fixtureOn, holdOf, openAccount } from '../fixture.ts'

const FEBRUARY_END = Date.UTC(2026, 1, 28, 9, 20)

function adjustmentOf(accountId: string, credits: number, changes: object = {}) {
  const ids = { adjustmentId: `${accountId}-a`, grantId: `${accountId}-1` }
  const why = { reason: 'granted twice', actor: { memberId: 'support' } }
  return { accountId, ...ids, credits, ...why, ...changes }
}

export const adjustContract: readonly ContractCase[] = [
  {
    name: '[C37] an adjustment takes available credits away, by an entry that says who and why',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c37a')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c37a')
      clock.turn(1000)
      const adjusted = await ledger.adjust(adjustmentOf('c37a', 150))
      const { adjustmentId: id, ...facts } = adjustmentOf('c37a', 150)
      const adjustment = { id, ...facts, at: clock.now() }
      expect.equal(adjusted, { kind: 'adjusted', adjustment, replayed: false })
      expect.matches(await ledger.balance('c37a'), {
        balance: 250,
        available: 250,
        spentInCycle: 0,
        grants: [{ amount: 400, available: 250, spent: 0, expired: 150 }],
      })
      expect.matches((await ledger.entries('c37a', { limit: 9 })).at(-1), {
        seq: 2,
        at: clock.now(),
        kind: 'adjust',
        grantId: 'c37a-1',
        from: 'available',
        to: 'expired',
        amount: 150,
        reason: 'granted twice',
        actor: { memberId: 'support' },
      })
      expect.equal(await auditAccount(ledger, 'c37a'), [])
    },
  },
  {
    name: '[C37] the same adjustment again gets the first answer, another under its id is a conflict',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c37b')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c37b')
      const first = await ledger.adjust(adjustmentOf('c37b', 400))
      clock.turnTo(FEBRUARY_END)
      expect.matches(await ledger.balance('c37b'), { balance: 400 })
      const again = await ledger.adjust(adjustmentOf('c37b', 400))
      expect.equal(again, { ...first, replayed: true })
      const conflict = { kind: 'rejected', reason: 'adjustment_conflict' }
      for (const other of [{ credits: 1 }, { grantId: 'c37b-2' }, { reason: 'another' }]) {
        expect.equal(await ledger.adjust(adjustmentOf('c37b', 400, other)), conflict)
      }
      const byAnother = adjustmentOf('c37b', 400, { actor: { memberId: 'other' } })
      expect.matches(await ledger.adjust(byAnother), { kind: 'adjusted', replayed: true })
      expect.matches(await ledger.balance('c37b'), { balance: 400 })
    },
  },
  {
    name: '[C37] the same adjustment ten times at once is made once',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c37c')
      const { ledger } = fixture
      await openAccount(fixture, 'c37c')
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, () => ledger.adjust(adjustmentOf('c37c', 30))),
      )
      for (const outcome of outcomes) expect.matches(outcome, { kind: 'adjusted' })
      const fresh = outcomes.filter((outcome) => 'replayed' in outcome && !outcome.replayed)
      expect.equal(fresh.length, 1)
      expect.matches(await ledger.balance('c37c'), { balance: 370 })
    },
  },
  {
    name: '[C37] what is held or spent stays: an adjustment takes what is available, or nothing',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c37d')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c37d', { credits: 20 })
      await ledger.hold(holdOf('c37d', 'spent'))
      await ledger.settle({ accountId: 'c37d', operationId: 'spent', quantity: 1 })
      await ledger.hold(holdOf('c37d', 'held'))
      const tooMuch = { kind: 'rejected', reason: 'more_than_available', available: 10 }
      expect.equal(await ledger.adjust(adjustmentOf('c37d', 11)), tooMuch)
      expect.matches(await ledger.adjust(adjustmentOf('c37d', 10)), { kind: 'adjusted' })
      expect.matches(await ledger.balance('c37d'), { balance: 5, available: 0, held: 5 })
      await ledger.release({ accountId: 'c37d', operationId: 'held', reason: 'cancelled' })
      expect.matches(await ledger.balance('c37d'), { balance: 5, available: 5 })
      clock.turnTo(FEBRUARY_END)
      const ended = adjustmentOf('c37d', 1, { adjustmentId: 'c37d-late' })
      expect.equal(await ledger.adjust(ended), { ...tooMuch, available: 0 })
      expect.equal(await auditAccount(ledger, 'c37d'), [])
    },
  },
  {
    name: '[C37] a grant that the account does not have is unknown',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c37e')
      const { ledger } = fixture
      await openAccount(fixture, 'c37e')
      const other = fixtureOn(store, 'c37e-other')
      await openAccount(other, 'c37e-other')
      const unknown = { kind: 'rejected', reason: 'unknown_grant' }
      const theirs = adjustmentOf('c37e', 1, { grantId: 'c37e-other-1' })
      expect.equal(await ledger.adjust(theirs), unknown)
      expect.equal(await ledger.adjust(adjustmentOf('c37e-nobody', 1)), unknown)
      expect.matches(await ledger.balance('c37e-other'), { balance: 400 })
    },
  },
]
