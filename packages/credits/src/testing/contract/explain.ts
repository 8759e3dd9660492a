import type { Explanation } from '../../explanation.ts'
import { DAY_MS } from '../../instant.ts'
import { auditAccount } from '../audit-account.ts'
import type { ContractCase } from '../contract-case.ts'
import { type Fixture, fixtureOn, holdOf, openAccount } from '../fixture.ts'

const FEBRUARY_END = Date.UTC(2026, 1, 28, 9, 20)
const website = { action: 'website.import', quote: { version: 1, credits: 20 } }
const pro = { action: 'image.pro', quote: { version: 1, credits: 10 } }

/** What somebody reads: what it was, what it did to the balance, what is still in progress. */
function told(explanation: Explanation | undefined) {
  return explanation?.lines.map(({ kind, operation, credits, held, notCharged }) => [
    operation?.action ?? kind,
    credits,
    notCharged ? 'not charged' : held,
  ])
}

async function settleOne<Tx>({ ledger }: Fixture<Tx>, accountId: string, id: string, how = {}) {
  await ledger.hold(holdOf(accountId, id, how))
  await ledger.settle({ accountId, operationId: id, quantity: 1 })
}

export const explainContract: readonly ContractCase[] = [
  {
    name: '[C34] why a balance is 365: what was given, what was spent, what failed and cost nothing',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c34a')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c34a')
      await settleOne(fixture, 'c34a', 'website', website)
      clock.turn(1000)
      await settleOne(fixture, 'c34a', 'pro', pro)
      await settleOne(fixture, 'c34a', 'standard')
      await ledger.hold(holdOf('c34a', 'failed'))
      const end = { accountId: 'c34a', operationId: 'failed' }
      await ledger.release({ ...end, reason: 'provider_failed' })
      const explanation = await ledger.explain('c34a')
      expect.matches(explanation, { accountId: 'c34a', balance: 365, available: 365, held: 0 })
      expect.equal(told(explanation), [
        ['grant', 400, 0],
        ['website.import', -20, 0],
        ['image.pro', -10, 0],
        ['image.standard', -5, 0],
        ['image.standard', 0, 'not charged'],
      ])
      expect.equal(explanation?.lines[2]?.operation, {
        id: 'pro',
        action: 'image.pro',
        quantity: 1,
        unitPrice: 10,
        actor: { memberId: 'member-1', brandId: 'brand-1' },
      })
      expect.equal(explanation?.cycle, { start: clock.now() - 1000, end: FEBRUARY_END })
    },
  },
  {
    name: '[C34] what is in progress is still part of the balance, and shown as held',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c34b')
      await openAccount(fixture, 'c34b', { credits: 60 })
      await fixture.ledger.hold(holdOf('c34b', 'op', { quantity: 4 }))
      const explanation = await fixture.ledger.explain('c34b')
      expect.matches(explanation, { balance: 60, available: 40, held: 20 })
      expect.equal(told(explanation), [
        ['grant', 60, 0],
        ['image.standard', 0, 20],
      ])
      await fixture.ledger.settle({ accountId: 'c34b', operationId: 'op', quantity: 3 })
      expect.equal(told(await fixture.ledger.explain('c34b')), [
        ['grant', 60, 0],
        ['image.standard', -15, 0],
      ])
    },
  },
  {
    name: '[C34] every past instant explains as it was then, whatever came later',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c34c')
      const { ledger, clock } = fixture
      const seen: { readonly at: number; readonly explanation: Explanation | undefined }[] = []
      const look = async () => {
        const balance = await ledger.balance('c34c')
        const explanation = await ledger.explain('c34c')
        const sum = explanation?.lines.reduce((total, { credits }) => total + credits, 0)
        expect.equal([explanation?.balance, sum], [balance?.balance, balance?.balance])
        expect.equal(explanation?.held, balance?.held)
        seen.push({ at: clock.now(), explanation })
        clock.turn(DAY_MS)
      }
      const end = { accountId: 'c34c', operationId: 'op' }
      const by = { accountId: 'c34c', reason: 'support', actor: {} }
      await openAccount(fixture, 'c34c', { credits: 60 })
      await look()
      await ledger.hold(holdOf('c34c', 'op', { quantity: 4 }))
      await look()
      await ledger.settle({ ...end, quantity: 3 })
      await look()
      await ledger.reverse({ ...by, operationId: 'op', reversalId: 'c34c-r', credits: 15 })
      await look()
      await ledger.adjust({ ...by, adjustmentId: 'c34c-a', grantId: 'c34c-1', credits: 9 })
      await look()
      clock.turnTo(FEBRUARY_END)
      await look()
      expect.equal(
        seen.map(({ explanation }) => explanation?.balance),
        [60, 60, 45, 60, 51, 60],
      )
      for (const { at, explanation } of seen) {
        expect.equal(await ledger.explain('c34c', at), explanation)
      }
      expect.equal(await auditAccount(ledger, 'c34c'), [])
    },
  },
  {
    name: '[C34] a charge that was reversed in full is not one that failed',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c34d')
      const { ledger } = fixture
      await openAccount(fixture, 'c34d', { credits: 60 })
      await settleOne(fixture, 'c34d', 'op')
      const by = { accountId: 'c34d', reason: 'bad image', actor: {} }
      await ledger.reverse({ ...by, operationId: 'op', reversalId: 'c34d-r', credits: 5 })
      expect.equal(told(await ledger.explain('c34d')), [
        ['grant', 60, 0],
        ['image.standard', 0, 0],
      ])
    },
  },
  {
    name: '[C34] adjustments, gifts and make-goods are lines of their own; ended grants are none',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c34e')
      const { ledger, clock } = fixture
      const by = { accountId: 'c34e', reason: 'support', actor: {} }
      await openAccount(fixture, 'c34e', { credits: 60 })
      await settleOne(fixture, 'c34e', 'op')
      clock.turnTo(FEBRUARY_END)
      await ledger.reverse({ ...by, operationId: 'op', reversalId: 'c34e-r', credits: 5 })
      const window = { startsAt: clock.now(), endsAt: clock.now() + DAY_MS }
      await ledger.grant({ ...by, grantId: 'c34e-g', credits: 30, ...window })
      await ledger.adjust({ ...by, adjustmentId: 'c34e-a', grantId: 'c34e-g', credits: 10 })
      const explanation = await ledger.explain('c34e')
      expect.equal(told(explanation), [
        ['grant', 60, 0],
        ['grant', 5, 0],
        ['grant', 30, 0],
        ['adjustment', -10, 0],
      ])
      expect.matches(explanation, {
        balance: 85,
        grants: [
          { id: 'c34e-g', kind: 'granted', available: 20, expired: 10 },
          { id: 'c34e-r', kind: 'make_good', makeGoodFor: 'op' },
          { kind: 'allowance', available: 60 },
        ],
      })
    },
  },
  {
    name: '[C34] a cycle that nobody opened explains as having no grant',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c34f')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c34f')
      clock.turnTo(FEBRUARY_END + 90 * DAY_MS)
      expect.matches(await ledger.explain('c34f'), { balance: 400 })
      const missed = await ledger.explain('c34f', FEBRUARY_END + DAY_MS)
      expect.matches(missed, { balance: 0, grants: [], lines: [], cycle: { start: FEBRUARY_END } })
    },
  },
  {
    name: '[C34] before the account was opened there is nothing to explain',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c34g')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c34g')
      expect.equal(await ledger.explain('c34g', clock.now() - 1), undefined)
      expect.matches(await ledger.explain('c34g', clock.now()), { balance: 400 })
      expect.equal(await ledger.explain('c34g-nobody'), undefined)
    },
  },
]
