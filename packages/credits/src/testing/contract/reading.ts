import { DAY_MS } from '../../instant.ts'
import { auditAccount } from '../audit-account.ts'
import type { ContractCase } from '../contract-case.ts'
import { FIXTURE_TARIFF_CHANGE, fixtureOn, holdOf, openAccount } from '../fixture.ts'

export const readingContract: readonly ContractCase[] = [
  {
    name: '[C4] the balance is what live grants have available and held',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c4')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c4')
      const now = clock.now()
      const grant = { accountId: 'c4', credits: 50, reason: 'test', actor: {} }
      const soon = { startsAt: now + DAY_MS, endsAt: now + 2 * DAY_MS }
      await ledger.grant({ ...grant, grantId: 'c4-soon', ...soon })
      await ledger.hold(holdOf('c4', 'op'))
      expect.matches(await ledger.balance('c4'), { balance: 400, available: 395, held: 5 })
      clock.turn(DAY_MS)
      const balance = await ledger.balance('c4')
      expect.matches(balance, { balance: 450, available: 445, held: 5 })
      expect.equal(
        balance?.grants.map(({ id, available }) => [id, available]),
        [
          ['c4-soon', 50],
          ['c4-1', 395],
        ],
      )
      clock.turn(DAY_MS)
      expect.matches(await ledger.balance('c4'), { balance: 400 })
    },
  },
  {
    name: '[C28] a grant under the same id is given once; with other arguments it is a conflict',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c28')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c28')
      const window = { startsAt: clock.now(), endsAt: clock.now() + DAY_MS }
      const grant = { accountId: 'c28', grantId: 'c28-g', credits: 30, reason: 'gift', actor: {} }
      const gifts = Array.from({ length: 5 }, () => ledger.grant({ ...grant, ...window }))
      const outcomes = await Promise.all(gifts)
      const fresh = outcomes.filter((outcome) => outcome.kind === 'granted' && !outcome.replayed)
      expect.equal(fresh.length, 1)
      expect.matches(await ledger.balance('c28'), { balance: 430 })
      const conflict = { kind: 'rejected', reason: 'grant_conflict' }
      expect.equal(await ledger.grant({ ...grant, ...window, credits: 31 }), conflict)
      expect.equal(await ledger.grant({ ...grant, ...window, grantId: 'c28-1' }), conflict)
      const over = { ...grant, grantId: 'c28-over', startsAt: 0, endsAt: clock.now() }
      const outcome = await ledger.grant(over)
      expect.equal(outcome, { kind: 'rejected', reason: 'window_over' })
      clock.turn(2 * DAY_MS)
      expect.matches(await ledger.grant({ ...grant, ...window }), { replayed: true })
    },
  },
  {
    name: '[C30] usage lists every operation once, newest first, page by page, at the price paid',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c30a')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c30a', { credits: 30 })
      for (const id of ['a', 'b', 'c', 'd', 'e']) {
        await ledger.hold(holdOf('c30a', id))
        await ledger.settle({ accountId: 'c30a', operationId: id, quantity: 1 })
        if (id === 'b' || id === 'd') clock.turn(1)
      }
      await ledger.hold(holdOf('c30a', 'refused', { quantity: 4 }))
      clock.turnTo(FIXTURE_TARIFF_CHANGE)
      const seen: string[] = []
      let page = await ledger.usage('c30a', { limit: 2 })
      while (page.next) {
        seen.push(...page.items.map(({ id }) => id))
        page = await ledger.usage('c30a', { limit: 2, cursor: page.next })
      }
      seen.push(...page.items.map(({ id }) => id))
      expect.equal(seen, ['e', 'd', 'c', 'b', 'a'])
      expect.matches(page.items[0], { unitPrice: 5, priceVersion: 1, spent: 5 })
      const atOnce = await ledger.usage('c30a', { limit: 5 })
      expect.equal([atOnce.items.length, atOnce.next], [5, undefined])
    },
  },
  {
    name: '[C30] a day costs what was spent on it less what was reversed of that, whenever it was',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c30c')
      const { ledger, clock } = fixture
      const actor = {}
      await openAccount(fixture, 'c30c')
      const window = { startsAt: clock.now(), endsAt: clock.now() + 90 * DAY_MS }
      const gift = { grantId: 'gift', credits: 10, ...window, reason: 'gift', actor }
      const start = clock.now()
      await ledger.grant({ accountId: 'c30c', ...gift })
      for (const id of ['a', 'b', 'c']) {
        await ledger.hold(holdOf('c30c', id, { quantity: 40 }))
        await ledger.settle({ accountId: 'c30c', operationId: id, quantity: 10 })
        clock.turn(DAY_MS / 2)
      }
      const reversal = { accountId: 'c30c', operationId: 'a', credits: 20, reason: 'fault', actor }
      await ledger.reverse({ ...reversal, reversalId: 'c30c-r' })
      const days = (from: number, to: number) => ledger.spentByDay('c30c', { from, to })
      expect.equal(await days(start, start + 9 * DAY_MS), [
        { date: '2026-01-31', credits: 80 },
        { date: '2026-02-01', credits: 50 },
      ])
      expect.equal(await days(start + DAY_MS / 2, start + DAY_MS), [
        { date: '2026-01-31', credits: 50 },
      ])
      expect.matches(await ledger.balance('c30c'), { spentInCycle: 130 })
      expect.equal(await ledger.spentByDay('nobody', { from: 0, to: start }), [])
    },
  },
  {
    name: '[C30] a cursor that no page gave is refused with one sentence',
    run: async (store, expect) => {
      const { ledger } = fixtureOn(store)
      for (const cursor of ['', 'x', '1.', '.a', "1;drop.a'", '99999999999999999999.a']) {
        await expect.rejects(ledger.usage('c30b', { limit: 2, cursor }), /does not exist/)
      }
    },
  },
  {
    name: '[C3] entries are read oldest first, between two instants, page by page',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c3')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c3')
      const start = clock.now()
      for (const id of ['a', 'b', 'c']) {
        clock.turn(10)
        await ledger.hold(holdOf('c3', id))
      }
      const seqs = async (request: { from?: number; to?: number; after?: number; limit: number }) =>
        (await ledger.entries('c3', request)).map(({ seq }) => seq)
      expect.equal(await seqs({ limit: 2 }), [1, 2])
      expect.equal(await seqs({ limit: 2, after: 2 }), [3, 4])
      expect.equal(await seqs({ limit: 9, from: start + 10, to: start + 30 }), [2, 3])
      expect.equal(await auditAccount(ledger, 'c3'), [])
    },
  },
  {
    name: '[C27] an unknown account is unknown, never empty',
    run: async (store, expect) => {
      const { ledger } = fixtureOn(store)
      expect.equal(await ledger.balance('nobody'), undefined)
      expect.equal(await ledger.operation('nobody', 'op'), undefined)
      expect.equal(await ledger.usage('nobody', { limit: 5 }), { items: [] })
      const unknown = { kind: 'rejected', reason: 'unknown_account' }
      expect.equal(await ledger.hold(holdOf('nobody', 'op')), unknown)
      const op = { accountId: 'nobody', operationId: 'op' }
      const noOperation = { kind: 'rejected', reason: 'unknown_operation' }
      expect.equal(await ledger.start(op), noOperation)
      expect.equal(await ledger.renew(op), noOperation)
      expect.equal(await ledger.settle({ ...op, quantity: 1 }), noOperation)
      expect.equal(await ledger.release({ ...op, reason: 'none' }), noOperation)
    },
  },
  {
    name: "[C27] one account never answers for another's operation",
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c27b')
      const { ledger } = fixture
      await openAccount(fixture, 'c27b')
      await openAccount(fixture, 'c27b-other')
      await ledger.hold(holdOf('c27b', 'op'))
      const theirs = { accountId: 'c27b-other', operationId: 'op' }
      const noOperation = { kind: 'rejected', reason: 'unknown_operation' }
      expect.equal(await ledger.settle({ ...theirs, quantity: 1 }), noOperation)
      expect.equal(await ledger.operation('c27b-other', 'op'), undefined)
      const own = await ledger.hold(holdOf('c27b-other', 'op', { requestHash: 'other' }))
      expect.matches(own, { kind: 'held', replayed: false })
    },
  },
]
