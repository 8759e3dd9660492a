import type { ContractCase } from '../contract-case.ts'
import { fixtureOn, holdOf, openAccount } from '../fixture.ts'

const FEBRUARY_END = Date.UTC(2026, 1, 28, 9, 20)
const NOT_CREDITS = [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]

export const inputContract: readonly ContractCase[] = [
  {
    name: '[C39] a clock that goes back takes nothing of the account back with it',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c39a')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c39a')
      await ledger.hold(holdOf('c39a', 'before'))
      clock.turnTo(FEBRUARY_END)
      await ledger.hold(holdOf('c39a', 'op'))
      clock.turnTo(FEBRUARY_END - 1000)
      const here = { balance: 400, available: 395, held: 5, at: FEBRUARY_END }
      expect.matches(await ledger.balance('c39a'), here)
      expect.matches(await ledger.explain('c39a'), { balance: 400, held: 5, at: FEBRUARY_END })
      const held = await ledger.hold(holdOf('c39a', 'back'))
      expect.matches(held, { operation: { createdAt: FEBRUARY_END } })
      const end = { accountId: 'c39a', operationId: 'before' }
      await ledger.release({ ...end, reason: 'failed' })
      expect.matches(await ledger.balance('c39a'), { balance: 400, available: 390, held: 10 })
      const entries = await ledger.entries('c39a', { limit: 100 })
      const times = entries.map(({ at }) => at)
      expect.equal(
        times,
        times.toSorted((a, b) => a - b),
      )
    },
  },
  {
    name: '[C39] a second process whose clock is late counts from what the account has seen',
    run: async (store, expect) => {
      const early = fixtureOn(store, 'c39b')
      const late = fixtureOn(store, 'c39b-late')
      await openAccount(early, 'c39b')
      early.clock.turn(60_000)
      await early.ledger.hold(holdOf('c39b', 'op'))
      const end = { accountId: 'c39b', operationId: 'op' }
      const at = early.clock.now()
      expect.matches(await late.ledger.start(end), { kind: 'started', leaseUntil: at + 30_000 })
      expect.matches(await late.ledger.settle({ ...end, quantity: 1 }), {
        operation: { createdAt: at, startedAt: at, endedAt: at },
      })
      expect.matches(await late.ledger.balance('c39b'), { balance: 395, at })
    },
  },
  {
    name: '[C40] numbers that are no credits are errors, and change nothing',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c40a')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c40a')
      await ledger.hold(holdOf('c40a', 'op'))
      await ledger.settle({ accountId: 'c40a', operationId: 'op', quantity: 1 })
      const by = { accountId: 'c40a', reason: 'support', actor: {} }
      const window = { startsAt: clock.now(), endsAt: FEBRUARY_END }
      const reversal = { ...by, operationId: 'op', reversalId: 'c40a-r' }
      const adjustment = { ...by, adjustmentId: 'c40a-a', grantId: 'c40a-1' }
      for (const credits of [0, ...NOT_CREDITS]) {
        const gift = ledger.grant({ ...by, grantId: 'c40a-g', credits, ...window })
        await expect.rejects(gift, /whole number/)
        await expect.rejects(ledger.reverse({ ...reversal, credits }), /whole number/)
        await expect.rejects(ledger.adjust({ ...adjustment, credits }), /whole number/)
        const quantity = holdOf('c40a', 'bad', { quantity: credits })
        await expect.rejects(ledger.hold(quantity), /whole number/)
      }
      for (const credits of NOT_CREDITS) {
        const quote = holdOf('c40a', 'bad', { quote: { version: 1, credits } })
        await expect.rejects(ledger.hold(quote), /whole number/)
        const allowance = { credits, anchor: clock.now(), pausesAtZero: false }
        const set = ledger.setAllowance({ accountId: 'c40a', allowance, reason: 'plan' })
        await expect.rejects(set, /whole number/)
      }
      expect.equal((await ledger.entries('c40a', { limit: 100 })).length, 3)
      expect.matches(await ledger.balance('c40a'), { balance: 395, allowance: { credits: 400 } })
    },
  },
  {
    name: '[C40] a total or a balance that is too large to be exact is an error, never rounded',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c40b')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c40b')
      const quantity = Number.MAX_SAFE_INTEGER
      const total = holdOf('c40b', 'bad', { quantity, quote: { version: 1, credits: 5 } })
      await expect.rejects(ledger.hold(total), /whole number/)
      const window = { startsAt: clock.now(), endsAt: FEBRUARY_END }
      const gift = { accountId: 'c40b', grantId: 'c40b-g', reason: 'gift', actor: {}, ...window }
      const tooLarge = ledger.grant({ ...gift, credits: Number.MAX_SAFE_INTEGER })
      await expect.rejects(tooLarge, /too many to be exact/)
      expect.matches(await ledger.balance('c40b'), { balance: 400 })
      const credits = Number.MAX_SAFE_INTEGER - 1000
      expect.matches(await ledger.grant({ ...gift, credits }), { kind: 'granted' })
      expect.matches(await ledger.balance('c40b'), { balance: Number.MAX_SAFE_INTEGER - 600 })
    },
  },
  {
    name: '[C40] ids without text and ids of ten thousand characters are errors',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c40c')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c40c')
      const by = { reason: 'support', actor: {} }
      const window = { startsAt: clock.now(), endsAt: FEBRUARY_END }
      for (const id of ['', 'x'.repeat(513), 'x'.repeat(10_000)]) {
        const wrong = /must be text of 1 to 512 characters/
        await expect.rejects(ledger.hold(holdOf('c40c', id)), wrong)
        await expect.rejects(ledger.hold(holdOf(id, 'op')), wrong)
        await expect.rejects(
          ledger.settle({ accountId: id, operationId: 'op', quantity: 1 }),
          wrong,
        )
        const grant = { ...by, accountId: 'c40c', grantId: id, credits: 1 }
        await expect.rejects(ledger.grant({ ...grant, ...window }), wrong)
        await expect.rejects(ledger.adjust({ ...grant, adjustmentId: 'a' }), wrong)
        const reversal = { ...by, operationId: 'op', credits: 1, reversalId: id }
        await expect.rejects(ledger.reverse({ ...reversal, accountId: 'c40c' }), wrong)
      }
      const longest = 'x'.repeat(512)
      expect.matches(await ledger.hold(holdOf('c40c', longest)), { kind: 'held' })
      expect.matches(await ledger.operation('c40c', longest), { state: 'held' })
      expect.equal(await ledger.balance('x'.repeat(10_000)), undefined)
    },
  },
  {
    name: '[C16] settling and releasing again, late or for another account change nothing',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c16b')
      const { ledger } = fixture
      await openAccount(fixture, 'c16b')
      await openAccount(fixture, 'c16b-other')
      await ledger.hold(holdOf('c16b', 'op', { quantity: 2 }))
      const end = { accountId: 'c16b', operationId: 'op' }
      const theirs = { ...end, accountId: 'c16b-other' }
      const unknown = { kind: 'rejected', reason: 'unknown_operation' }
      expect.equal(await ledger.settle({ ...theirs, quantity: 1 }), unknown)
      expect.equal(await ledger.release({ ...theirs, reason: 'theirs' }), unknown)
      const above = { kind: 'rejected', reason: 'quantity_out_of_range' }
      expect.equal(await ledger.settle({ ...end, quantity: 3 }), above)
      await ledger.release({ ...end, reason: 'failed' })
      const ended = {
        reason: 'operation_ended',
        operation: { state: 'released', reason: 'failed' },
      }
      expect.matches(await ledger.release({ ...end, reason: 'again' }), ended)
      expect.matches(await ledger.settle({ ...end, quantity: 1 }), ended)
      expect.matches(await ledger.balance('c16b'), { balance: 400, available: 400, held: 0 })
      expect.matches(await ledger.balance('c16b-other'), { balance: 400, available: 400 })
    },
  },
]
