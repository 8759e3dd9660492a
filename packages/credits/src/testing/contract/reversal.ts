import { DAY_MS } from '../../instant.ts'
import { auditAccount } from '../audit-account.ts'
import type { ContractCase } from '../contract-case.ts'
import { type Fixture, fixtureOn, holdOf, openAccount } from '../fixture.ts'

const FEBRUARY_END = Date.UTC(2026, 1, 28, 9, 20)

async function settleOne<Tx>({ ledger }: Fixture<Tx>, accountId: string, quantity = 4) {
  await ledger.hold(holdOf(accountId, 'op', { quantity }))
  await ledger.settle({ accountId, operationId: 'op', quantity })
}

function reversalOf(accountId: string, reversalId: string, credits: number) {
  const actor = { memberId: 'support' }
  return { accountId, operationId: 'op', reversalId, credits, reason: 'bad image', actor }
}

export const reversalContract: readonly ContractCase[] = [
  {
    name: '[C19] a fault found in time goes back into the same grant, by an entry that points back',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c19a')
      const { ledger } = fixture
      await openAccount(fixture, 'c19a')
      await settleOne(fixture, 'c19a')
      const reversed = await ledger.reverse(reversalOf('c19a', 'c19a-r', 5))
      expect.matches(reversed, {
        kind: 'reversed',
        replayed: false,
        operation: { state: 'settled', spent: 20, reversed: 5 },
        reversal: { id: 'c19a-r', credits: 5, returned: 5, madeGood: 0 },
      })
      expect.matches(await ledger.balance('c19a'), { balance: 385, spentInCycle: 15 })
      const entries = await ledger.entries('c19a', { limit: 20 })
      const settle = entries.find(({ kind }) => kind === 'settle')
      expect.matches(entries.at(-1), {
        kind: 'reverse',
        from: 'spent',
        to: 'available',
        amount: 5,
        reason: 'bad image',
        actor: { memberId: 'support' },
        operationId: 'op',
        corrects: settle?.seq,
      })
      expect.equal(await auditAccount(ledger, 'c19a'), [])
    },
  },
  {
    name: '[C19] the same reversal again gets the first answer, another under its id is a conflict',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c19b')
      const { ledger } = fixture
      await openAccount(fixture, 'c19b')
      await settleOne(fixture, 'c19b')
      const first = await ledger.reverse(reversalOf('c19b', 'c19b-r', 5))
      const again = await ledger.reverse(reversalOf('c19b', 'c19b-r', 5))
      expect.equal(again, { ...first, replayed: true })
      const other = await ledger.reverse(reversalOf('c19b', 'c19b-r', 6))
      expect.equal(other, { kind: 'rejected', reason: 'reversal_conflict' })
      const taken = await ledger.reverse(reversalOf('c19b', 'c19b-1', 5))
      expect.equal(taken, { kind: 'rejected', reason: 'reversal_conflict' })
      expect.matches(await ledger.balance('c19b'), { balance: 385 })
    },
  },
  {
    name: '[C20] once the grant has ended a make-good of 30 days is given instead',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c20a')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c20a')
      await settleOne(fixture, 'c20a')
      clock.turnTo(FEBRUARY_END)
      const endsAt = FEBRUARY_END + 30 * DAY_MS
      const reversed = await ledger.reverse(reversalOf('c20a', 'c20a-r', 20))
      expect.matches(reversed, {
        operation: { reversed: 20 },
        reversal: { returned: 0, madeGood: 20, makeGoodEndsAt: endsAt },
      })
      const balance = await ledger.balance('c20a')
      expect.matches(balance, { balance: 420 })
      const makeGood = balance?.grants.find(({ kind }) => kind === 'make_good')
      expect.matches(makeGood, { id: 'c20a-r', amount: 20, available: 20, endsAt })
      clock.turnTo(endsAt)
      expect.matches(await ledger.balance('c20a'), { balance: 400 })
    },
  },
  {
    name: '[C20] a charge over two grants returns to the live one and makes good the rest',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c20b')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c20b')
      const window = { startsAt: clock.now(), endsAt: clock.now() + DAY_MS }
      const gift = { grantId: 'gift', credits: 8, ...window, reason: 'gift', actor: {} }
      await ledger.grant({ accountId: 'c20b', ...gift })
      await settleOne(fixture, 'c20b')
      clock.turn(2 * DAY_MS)
      const reversed = await ledger.reverse(reversalOf('c20b', 'c20b-r', 20))
      expect.matches(reversed, { reversal: { returned: 12, madeGood: 8 } })
      expect.matches(await ledger.balance('c20b'), { balance: 408 })
      expect.equal(await auditAccount(ledger, 'c20b'), [])
    },
  },
  {
    name: '[C19] a reversal of a part begins with what was drawn last',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c19d')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c19d')
      const window = { startsAt: clock.now(), endsAt: clock.now() + DAY_MS }
      const gift = { grantId: 'gift', credits: 8, ...window, reason: 'gift', actor: {} }
      await ledger.grant({ accountId: 'c19d', ...gift })
      await settleOne(fixture, 'c19d')
      await ledger.reverse(reversalOf('c19d', 'c19d-r', 14))
      const entries = await ledger.entries('c19d', { limit: 20 })
      expect.equal(
        entries.slice(-2).map(({ kind, grantId, amount }) => [kind, grantId, amount]),
        [
          ['reverse', 'c19d-1', 12],
          ['reverse', 'gift', 2],
        ],
      )
    },
  },
  {
    name: '[C20] reversals never exceed what was charged, also ten at once',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c20c')
      const { ledger } = fixture
      await openAccount(fixture, 'c20c')
      await settleOne(fixture, 'c20c')
      const tries = Array.from({ length: 10 }, (_, n) =>
        ledger.reverse(reversalOf('c20c', `c20c-r${n}`, 7)),
      )
      const outcomes = await Promise.all(tries)
      expect.equal(outcomes.filter(({ kind }) => kind === 'reversed').length, 2)
      const more = await ledger.reverse(reversalOf('c20c', 'c20c-more', 7))
      expect.equal(more, { kind: 'rejected', reason: 'more_than_charged', reversible: 6 })
      expect.matches(await ledger.balance('c20c'), { balance: 394 })
    },
  },
  {
    name: '[C19] only a settled operation can be reversed',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c19c')
      const { ledger } = fixture
      await openAccount(fixture, 'c19c')
      await ledger.hold(holdOf('c19c', 'op'))
      const held = await ledger.reverse(reversalOf('c19c', 'c19c-r', 5))
      expect.equal(held, { kind: 'rejected', reason: 'not_settled' })
      const unknown = { ...reversalOf('c19c', 'c19c-r', 5), operationId: 'nothing' }
      const missing = await ledger.reverse(unknown)
      expect.equal(missing, { kind: 'rejected', reason: 'unknown_operation' })
    },
  },
]
