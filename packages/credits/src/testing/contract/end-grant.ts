import { DAY_MS } from '../../instant.ts'
import { auditAccount } from '../audit-account.ts'
import type { ContractCase } from '../contract-case.ts'
import { type Fixture, fixtureOn, holdOf, openAccount } from '../fixture.ts'
import { eventsOf } from './events-of.ts'

const FEBRUARY_END = Date.UTC(2026, 1, 28, 9, 20)
const why = { reason: 'upgrade', actor: { memberId: 'owner' } }

/** Of the account's first grant. */
function endOf(accountId: string, changes: object = {}) {
  return { accountId, grantId: `${accountId}-1`, ...why, ...changes }
}

async function isSound<Tx>({ ledger }: Fixture<Tx>, accountId: string): Promise<boolean> {
  const { findings } = await ledger.audit()
  const own = findings.filter((finding) => finding.accountId === accountId)
  return own.length + (await auditAccount(ledger, accountId)).length === 0
}

export const endGrantContract: readonly ContractCase[] = [
  {
    name: '[C41] a grant that is ended early expires there and then, by an entry that says who and why',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c41a')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c41a')
      await ledger.hold(holdOf('c41a', 'op'))
      await ledger.settle({ accountId: 'c41a', operationId: 'op', quantity: 1 })
      clock.turn(1000)
      const earlyEnd = { insteadOf: FEBRUARY_END, ...why }
      expect.matches(await ledger.endGrant(endOf('c41a')), {
        kind: 'ended',
        changed: true,
        grant: { id: 'c41a-1', available: 0, expired: 395, endsAt: clock.now(), earlyEnd },
      })
      const nothing = { balance: 0, available: 0, held: 0, grants: [], spentInCycle: 5 }
      expect.matches(await ledger.balance('c41a'), nothing)
      expect.matches((await ledger.entries('c41a', { limit: 9 })).at(-1), {
        at: clock.now(),
        kind: 'expire',
        from: 'available',
        to: 'expired',
        amount: 395,
        ...why,
      })
      const refused = await ledger.hold(holdOf('c41a', 'late'))
      expect.matches(refused, { kind: 'rejected', reason: 'insufficient' })
      const told = { accountId: 'c41a', at: clock.now(), type: 'grant_ended' }
      const event = { ...told, grantId: 'c41a-1', credits: 395 }
      const events = (await eventsOf(ledger, 'c41a')).filter(({ type }) => type === 'grant_ended')
      expect.equal(events, [event])
      expect.equal(await isSound(fixture, 'c41a'), true)
    },
  },
  {
    name: '[C41] ended again, or past its time, nothing changes: the first to end it did',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c41b')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c41b')
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, n) => ledger.endGrant(endOf('c41b', { reason: `${n}` }))),
      )
      const [first] = outcomes.filter((outcome) => 'changed' in outcome && outcome.changed)
      expect.matches(first, { kind: 'ended', changed: true })
      clock.turn(DAY_MS)
      expect.equal(await ledger.endGrant(endOf('c41b')), { ...first, changed: false })
      expect.equal(outcomes.filter((other) => other !== first && 'grant' in other).length, 9)
      expect.equal((await ledger.entries('c41b', { limit: 9 })).length, 2)
      clock.turnTo(FEBRUARY_END)
      await ledger.balance('c41b')
      const next = (await ledger.balance('c41b'))?.grants[0]?.id
      clock.turnTo(FEBRUARY_END + 40 * DAY_MS)
      const over = await ledger.endGrant(endOf('c41b', { grantId: next }))
      expect.matches(over, { kind: 'ended', changed: false, grant: { id: next, expired: 400 } })
      expect.equal('grant' in over && over.grant.earlyEnd, undefined)
      expect.equal(await isSound(fixture, 'c41b'), true)
    },
  },
  {
    name: '[C41] what is held stays held: settled it is spent there, released it expires',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c41c')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c41c', { credits: 20 })
      await ledger.hold(holdOf('c41c', 'settled', { quantity: 2 }))
      await ledger.hold(holdOf('c41c', 'released', { quantity: 2 }))
      clock.turn(1000)
      const ended = await ledger.endGrant(endOf('c41c'))
      expect.matches(ended, { kind: 'ended', changed: true, grant: { held: 20, expired: 0 } })
      expect.matches(await ledger.balance('c41c'), {
        balance: 0,
        held: 0,
        openOperations: 2,
        grants: [{ held: 20, endsAt: clock.now() }],
      })
      expect.equal((await ledger.entries('c41c', { limit: 9 })).length, 3)
      clock.turn(1000)
      await ledger.settle({ accountId: 'c41c', operationId: 'settled', quantity: 1 })
      await ledger.release({ accountId: 'c41c', operationId: 'released', reason: 'cancelled' })
      expect.matches(await ledger.balance('c41c'), { balance: 0, spentInCycle: 5, grants: [] })
      const again = await ledger.endGrant(endOf('c41c'))
      const grant = { available: 0, held: 0, spent: 5, expired: 15 }
      expect.matches(again, { kind: 'ended', changed: false, grant })
      expect.equal(await isSound(fixture, 'c41c'), true)
    },
  },
  {
    name: '[C41] a cycle whose grant was ended gets no second one, until its anchor is another',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c41d')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c41d')
      clock.turn(DAY_MS)
      await ledger.endGrant(endOf('c41d'))
      clock.turn(DAY_MS)
      expect.matches(await ledger.balance('c41d'), { balance: 0 })
      const allowance = { credits: 900, pausesAtZero: false }
      const reason = 'plan'
      const kept = { ...allowance, anchor: clock.now() - 2 * DAY_MS }
      await ledger.setAllowance({ accountId: 'c41d', reason, allowance: kept })
      expect.matches(await ledger.balance('c41d'), { balance: 0 })
      const fresh = { ...allowance, anchor: clock.now() }
      await ledger.setAllowance({ accountId: 'c41d', reason, allowance: fresh })
      expect.matches(await ledger.balance('c41d'), { balance: 900 })
      expect.equal(await isSound(fixture, 'c41d'), true)
    },
  },
  {
    name: '[C41] an upgrade in one transaction: the paid grant opens, the free one ends, or neither',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c41e')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c41e')
      clock.turn(DAY_MS)
      const allowance = { credits: 1500, anchor: clock.now(), pausesAtZero: false }
      const upgrade = async (isUndone: boolean) =>
        await store.transaction(async (tx) => {
          const bound = ledger.within(tx)
          await bound.setAllowance({ accountId: 'c41e', reason: 'plan', allowance })
          await bound.endGrant(endOf('c41e'))
          if (isUndone) throw new Error('undone')
        })
      await expect.rejects(upgrade(true), /undone/)
      expect.matches(await ledger.balance('c41e'), { balance: 400, grants: [{ available: 400 }] })
      await upgrade(false)
      expect.matches(await ledger.balance('c41e'), { balance: 1500, grants: [{ amount: 1500 }] })
      expect.equal(await eventsOf(ledger, 'c41e'), [
        {
          accountId: 'c41e',
          at: clock.now(),
          type: 'grant_ended',
          grantId: 'c41e-1',
          credits: 400,
        },
      ])
      expect.equal(await isSound(fixture, 'c41e'), true)
    },
  },
  {
    name: '[C41] moments before an early end are explained as they were, later ones tell of it',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c41f')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c41f')
      await ledger.hold(holdOf('c41f', 'op'))
      const start = clock.now()
      const before = await ledger.explain('c41f')
      clock.turn(DAY_MS)
      await ledger.endGrant(endOf('c41f'))
      expect.equal(await ledger.explain('c41f', start), before)
      expect.matches(await ledger.explain('c41f'), {
        balance: 0,
        grants: [],
        lines: [],
        ended: [{ id: 'c41f-1', endsAt: clock.now(), expired: 395, held: 5, earlyEnd: why }],
      })
      clock.turnTo(FEBRUARY_END)
      expect.matches(await ledger.explain('c41f'), { balance: 400, ended: [] })
    },
  },
  {
    name: '[C41] a grant that was ended is still the answer to what gave it, and is never reversed into',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c41g')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c41g', { credits: 0 })
      const window = { startsAt: clock.now(), endsAt: FEBRUARY_END }
      const gift = { accountId: 'c41g', grantId: 'c41g-g', credits: 30, ...window, ...why }
      await ledger.grant(gift)
      await ledger.hold(holdOf('c41g', 'op'))
      await ledger.settle({ accountId: 'c41g', operationId: 'op', quantity: 1 })
      clock.turn(1000)
      const ended = await ledger.endGrant(endOf('c41g', { grantId: 'c41g-g' }))
      const grant = 'grant' in ended ? ended.grant : undefined
      expect.equal(await ledger.grant(gift), { kind: 'granted', grant, replayed: true })
      const reversal = { accountId: 'c41g', operationId: 'op', reversalId: 'c41g-r', credits: 5 }
      const reversed = await ledger.reverse({ ...reversal, ...why })
      expect.matches(reversed, { kind: 'reversed', reversal: { returned: 0, madeGood: 5 } })
      expect.equal(await isSound(fixture, 'c41g'), true)
    },
  },
  {
    name: '[C41] a grant that has not begun can be ended, and one that the account does not have is unknown',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c41h')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c41h')
      const window = { startsAt: clock.now() + DAY_MS, endsAt: clock.now() + 2 * DAY_MS }
      const gift = { accountId: 'c41h', grantId: 'c41h-g', credits: 30, ...window, ...why }
      await ledger.grant(gift)
      const ended = await ledger.endGrant(endOf('c41h', { grantId: 'c41h-g' }))
      expect.matches(ended, { kind: 'ended', changed: true, grant: { expired: 30 } })
      clock.turn(DAY_MS)
      expect.matches(await ledger.balance('c41h'), { balance: 400 })
      const unknown = { kind: 'rejected', reason: 'unknown_grant' }
      expect.equal(await ledger.endGrant(endOf('c41h', { grantId: 'c41g-g' })), unknown)
      expect.equal(await ledger.endGrant(endOf('c41h-nobody')), unknown)
      expect.equal(await isSound(fixture, 'c41h'), true)
    },
  },
]
