import { DAY_MS } from '../../instant.ts'
import { auditAccount } from '../audit-account.ts'
import type { ContractCase } from '../contract-case.ts'
import { FIXTURE_START, fixtureOn, holdOf, openAccount } from '../fixture.ts'

const FEBRUARY_END = Date.UTC(2026, 1, 28, 9, 20)
const MARCH_END = Date.UTC(2026, 2, 31, 9, 20)

export const cycleContract: readonly ContractCase[] = [
  {
    name: '[C6] the first allowance opens the account with a full cycle',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c6a')
      await openAccount(fixture, 'c6a', { pausesAtZero: true })
      expect.matches(await fixture.ledger.balance('c6a'), {
        accountId: 'c6a',
        allowance: { credits: 400, anchor: FIXTURE_START, pausesAtZero: true },
        balance: 400,
        available: 400,
        held: 0,
        spentInCycle: 0,
        cycle: { start: FIXTURE_START, end: FEBRUARY_END },
        resetsAt: FEBRUARY_END,
        openOperations: 0,
      })
      expect.equal(await fixture.ledger.entries('c6a', { limit: 10 }), [
        {
          accountId: 'c6a',
          seq: 1,
          at: FIXTURE_START,
          kind: 'grant',
          grantId: 'c6a-1',
          to: 'available',
          amount: 400,
          reason: 'allowance',
          actor: {},
        },
      ])
    },
  },
  {
    name: '[C7] at the end of a cycle the rest expires and the new balance is the allowance',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c7')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c7')
      await ledger.hold(holdOf('c7', 'op'))
      await ledger.settle({ accountId: 'c7', operationId: 'op', quantity: 1 })
      clock.turnTo(FEBRUARY_END - 1)
      expect.matches(await ledger.balance('c7'), { balance: 395, spentInCycle: 5 })
      clock.turnTo(FEBRUARY_END)
      expect.matches(await ledger.balance('c7'), {
        balance: 400,
        spentInCycle: 0,
        cycle: { start: FEBRUARY_END, end: MARCH_END },
      })
      const [expired] = (await ledger.entries('c7', { limit: 10, from: FEBRUARY_END })) ?? []
      expect.matches(expired ?? {}, {
        kind: 'expire',
        from: 'available',
        to: 'expired',
        amount: 395,
      })
      expect.equal(await auditAccount(ledger, 'c7'), [])
    },
  },
  {
    name: '[C6] an idle account gets its present cycle only',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c6b')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c6b')
      clock.turn(400 * DAY_MS)
      expect.matches(await ledger.balance('c6b'), { balance: 400 })
      const entries = await ledger.entries('c6b', { limit: 10 })
      expect.equal(
        entries.map(({ kind }) => kind),
        ['grant', 'expire', 'grant'],
      )
    },
  },
  {
    name: '[C6] ten first looks at a cycle at once open it once',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c6c')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c6c')
      clock.turnTo(FEBRUARY_END)
      const looks = Array.from({ length: 10 }, () => ledger.balance('c6c'))
      for (const balance of await Promise.all(looks)) expect.matches(balance, { balance: 400 })
      expect.equal((await ledger.entries('c6c', { limit: 10 })).length, 3)
    },
  },
  {
    name: '[C6] two sign-ups at once open one account with one grant',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c6d')
      await Promise.all([openAccount(fixture, 'c6d'), openAccount(fixture, 'c6d')])
      expect.matches(await fixture.ledger.balance('c6d'), { balance: 400 })
      expect.equal((await fixture.ledger.entries('c6d', { limit: 10 })).length, 1)
    },
  },
  {
    name: '[C29] a new allowance leaves what was granted and opens its own cycle',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c29a')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c29a', { pausesAtZero: true })
      clock.turn(3 * DAY_MS)
      const allowance = { credits: 1500, anchor: clock.now(), pausesAtZero: false }
      const set = { accountId: 'c29a', allowance, reason: 'upgrade', actor: { memberId: 'owner' } }
      expect.equal(await ledger.setAllowance(set), { kind: 'allowance_set', changed: true })
      expect.equal(await ledger.setAllowance(set), { kind: 'allowance_set', changed: false })
      expect.matches(await ledger.balance('c29a'), { balance: 1900, allowance })
      clock.turnTo(FEBRUARY_END)
      expect.matches(await ledger.balance('c29a'), { balance: 1500 })
    },
  },
  {
    name: '[C29] another allowance on the same anchor counts from the next cycle on',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c29b')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c29b')
      const allowance = { credits: 0, anchor: FIXTURE_START, pausesAtZero: true }
      await ledger.setAllowance({ accountId: 'c29b', allowance, reason: 'cancelled' })
      expect.matches(await ledger.balance('c29b'), { balance: 400 })
      clock.turnTo(FEBRUARY_END)
      expect.matches(await ledger.balance('c29b'), { balance: 0, grants: [] })
    },
  },
  {
    name: '[C29] one period never grants twice, also when a moved anchor lengthens it',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c29c')
      const { ledger, clock } = fixture
      const anchor = FEBRUARY_END
      clock.turnTo(anchor)
      await openAccount(fixture, 'c29c')
      const allowance = { credits: 400, anchor: FIXTURE_START, pausesAtZero: false }
      await ledger.setAllowance({ accountId: 'c29c', allowance, reason: 'moved' })
      clock.turnTo(Date.UTC(2026, 2, 29))
      expect.matches(await ledger.balance('c29c'), { balance: 0, resetsAt: MARCH_END })
      clock.turnTo(MARCH_END)
      expect.matches(await ledger.balance('c29c'), { balance: 400 })
    },
  },
  {
    name: '[C29] an allowance cannot begin in the future, and opens nothing then',
    run: async (store, expect) => {
      const { ledger, clock } = fixtureOn(store)
      const allowance = { credits: 400, anchor: clock.now() + 1, pausesAtZero: false }
      const outcome = await ledger.setAllowance({ accountId: 'c29d', allowance, reason: 'later' })
      expect.equal(outcome, { kind: 'rejected', reason: 'anchor_in_future' })
      expect.equal(await ledger.balance('c29d'), undefined)
      const fixture = fixtureOn(store, 'c29e')
      await openAccount(fixture, 'c29e')
      const known = await fixture.ledger.setAllowance({
        accountId: 'c29e',
        allowance,
        reason: 'later',
      })
      expect.equal(known, { kind: 'rejected', reason: 'anchor_in_future' })
      expect.matches(await fixture.ledger.balance('c29e'), { allowance: { anchor: clock.now() } })
    },
  },
]
