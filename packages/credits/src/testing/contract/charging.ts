import { DAY_MS } from '../../instant.ts'
import { auditAccount } from '../audit-account.ts'
import type { ContractCase } from '../contract-case.ts'
import {
  FIXTURE_OPEN_MAX,
  FIXTURE_TARIFF_CHANGE,
  type Fixture,
  fixtureOn,
  holdOf,
  openAccount,
} from '../fixture.ts'

const FEBRUARY_END = Date.UTC(2026, 1, 28, 9, 20)

/** A grant that ends in so many days, under its own name. */
async function grantFor<Tx>(
  { ledger, clock }: Fixture<Tx>,
  accountId: string,
  grant: { readonly id: string; readonly credits: number; readonly days: number },
): Promise<void> {
  const window = { startsAt: clock.now(), endsAt: clock.now() + grant.days * DAY_MS }
  const facts = { grantId: grant.id, credits: grant.credits, reason: 'test', actor: {} }
  await ledger.grant({ accountId, ...facts, ...window })
}

export const chargingContract: readonly ContractCase[] = [
  {
    name: '[C9] a hold sets aside, settling spends: the balance falls once and never wobbles',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c9a')
      const { ledger } = fixture
      await openAccount(fixture, 'c9a')
      const held = await ledger.hold(holdOf('c9a', 'op'))
      expect.matches(held, { kind: 'held', replayed: false })
      expect.matches(await ledger.balance('c9a'), {
        balance: 400,
        available: 395,
        held: 5,
        openOperations: 1,
      })
      const settled = await ledger.settle({ accountId: 'c9a', operationId: 'op', quantity: 1 })
      expect.matches(settled, { kind: 'settled', spent: 5, released: 0 })
      expect.matches(await ledger.balance('c9a'), {
        balance: 395,
        available: 395,
        held: 0,
        spentInCycle: 5,
        openOperations: 0,
      })
      expect.matches(await ledger.operation('c9a', 'op'), {
        state: 'settled',
        action: 'image.standard',
        quantity: 1,
        unitPrice: 5,
        priceVersion: 1,
        credits: 5,
        spent: 5,
        released: 0,
        reversed: 0,
        actor: { memberId: 'member-1', brandId: 'brand-1' },
      })
    },
  },
  {
    name: '[C9] releasing gives everything back',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c9b')
      const { ledger } = fixture
      await openAccount(fixture, 'c9b')
      await ledger.hold(holdOf('c9b', 'op'))
      const end = { accountId: 'c9b', operationId: 'op' }
      const released = await ledger.release({ ...end, reason: 'provider_failed' })
      expect.matches(released, { kind: 'released', released: 5 })
      expect.matches(await ledger.balance('c9b'), { balance: 400, available: 400, spentInCycle: 0 })
      expect.matches(await ledger.operation('c9b', 'op'), {
        state: 'released',
        reason: 'provider_failed',
      })
    },
  },
  {
    name: '[C16] an operation ends once: what comes later is told how it ended',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c16')
      const { ledger } = fixture
      await openAccount(fixture, 'c16')
      await ledger.hold(holdOf('c16', 'op'))
      const op = { accountId: 'c16', operationId: 'op' }
      await ledger.settle({ ...op, quantity: 1 })
      const ended = {
        kind: 'rejected',
        reason: 'operation_ended',
        operation: { state: 'settled', spent: 5 },
      }
      expect.matches(await ledger.settle({ ...op, quantity: 1 }), ended)
      expect.matches(await ledger.release({ ...op, reason: 'late' }), ended)
      expect.matches(await ledger.start(op), ended)
      expect.matches(await ledger.renew(op), ended)
      expect.matches(await ledger.balance('c16'), { balance: 395 })
    },
  },
  {
    name: '[C10] a hold that does not fit takes nothing and says what is missing and until when',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c10a')
      const { ledger } = fixture
      await openAccount(fixture, 'c10a', { credits: 12 })
      await ledger.hold(holdOf('c10a', 'first', { quantity: 2 }))
      expect.equal(await ledger.hold(holdOf('c10a', 'second')), {
        kind: 'rejected',
        reason: 'insufficient',
        price: 5,
        shortBy: 3,
        resetsAt: FEBRUARY_END,
        replayed: false,
      })
      expect.matches(await ledger.balance('c10a'), { balance: 12, available: 2, held: 10 })
    },
  },
  {
    name: '[C10] ten holds of 5 at once on 12 credits: exactly two',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c10b')
      const { ledger } = fixture
      await openAccount(fixture, 'c10b', { credits: 12 })
      const holds = Array.from({ length: 10 }, (_, n) => ledger.hold(holdOf('c10b', `op-${n}`)))
      const outcomes = await Promise.all(holds)
      expect.equal(outcomes.filter(({ kind }) => kind === 'held').length, 2)
      expect.matches(await ledger.balance('c10b'), { balance: 12, available: 2, held: 10 })
      expect.equal(await auditAccount(ledger, 'c10b'), [])
    },
  },
  {
    name: '[C11] the same request under the same id gets the first answer, also after the price changed',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c11a')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c11a', { credits: 7 })
      const first = await ledger.hold(holdOf('c11a', 'op'))
      const short = await ledger.hold(holdOf('c11a', 'short'))
      clock.turnTo(FIXTURE_TARIFF_CHANGE)
      expect.equal(await ledger.hold(holdOf('c11a', 'op')), { ...first, replayed: true })
      expect.equal(await ledger.hold(holdOf('c11a', 'short')), { ...short, replayed: true })
      await ledger.settle({ accountId: 'c11a', operationId: 'op', quantity: 1 })
      expect.matches(await ledger.hold(holdOf('c11a', 'op')), {
        kind: 'held',
        replayed: true,
        operation: { state: 'settled', spent: 5 },
      })
    },
  },
  {
    name: '[C11] the same id ten times at once is one hold with ten same answers',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c11b')
      const { ledger } = fixture
      await openAccount(fixture, 'c11b')
      const holds = Array.from({ length: 10 }, () => ledger.hold(holdOf('c11b', 'op')))
      const outcomes = await Promise.all(holds)
      const { operation } = outcomes.find(({ kind }) => kind === 'held') as { operation: object }
      for (const outcome of outcomes) expect.matches(outcome, { kind: 'held', operation })
      const fresh = outcomes.filter((outcome) => 'replayed' in outcome && !outcome.replayed)
      expect.equal(fresh.length, 1)
      expect.matches(await ledger.balance('c11b'), { held: 5, openOperations: 1 })
    },
  },
  {
    name: '[C11] another request under a used id is a conflict, whatever differs',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c11c')
      const { ledger } = fixture
      await openAccount(fixture, 'c11c')
      await ledger.hold(holdOf('c11c', 'op'))
      const conflict = { kind: 'rejected', reason: 'operation_conflict' }
      const others = [
        { requestHash: 'other' },
        { action: 'image.pro' },
        { quantity: 2, quote: { version: 1, credits: 5 } },
        { quote: { version: 1, credits: 4 } },
        { quote: { version: 2, credits: 5 } },
      ]
      for (const other of others) {
        expect.equal(await ledger.hold(holdOf('c11c', 'op', other)), conflict)
      }
      const sameByAnother = holdOf('c11c', 'op', { actor: { apiKeyId: 'key' } })
      expect.matches(await ledger.hold(sameByAnother), { kind: 'held', replayed: true })
    },
  },
  {
    name: '[C8] what ends first is spent first, and the last drawn is released first',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c8a')
      const { ledger } = fixture
      await openAccount(fixture, 'c8a', { credits: 0 })
      await grantFor(fixture, 'c8a', { id: 'c8a-late', credits: 100, days: 20 })
      await grantFor(fixture, 'c8a', { id: 'c8a-soon', credits: 8, days: 2 })
      await grantFor(fixture, 'c8a', { id: 'c8a-next', credits: 7, days: 5 })
      await ledger.hold(holdOf('c8a', 'op', { quantity: 4 }))
      await ledger.settle({ accountId: 'c8a', operationId: 'op', quantity: 2 })
      const moves = (await ledger.entries('c8a', { limit: 20, after: 3 })).map(
        ({ kind, grantId, amount }) => [kind, grantId.slice(4), amount],
      )
      expect.equal(moves, [
        ['hold', 'soon', 8],
        ['hold', 'next', 7],
        ['hold', 'late', 5],
        ['settle', 'soon', 8],
        ['settle', 'next', 2],
        ['release', 'late', 5],
        ['release', 'next', 5],
      ])
      expect.equal(await auditAccount(ledger, 'c8a'), [])
    },
  },
  {
    name: '[C8] grants that end together are drawn by creation, then by id',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c8b')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c8b', { credits: 0 })
      const endsAt = clock.now() + DAY_MS
      const grant = { accountId: 'c8b', credits: 2, startsAt: 0, endsAt, reason: 'test', actor: {} }
      await ledger.grant({ ...grant, grantId: 'b' })
      await ledger.grant({ ...grant, grantId: 'a' })
      clock.turn(1)
      await ledger.grant({ ...grant, grantId: '0' })
      await ledger.hold(holdOf('c8b', 'op'))
      const drawn = await ledger.entries('c8b', { limit: 20, after: 3 })
      expect.equal(
        drawn.map(({ grantId, amount }) => [grantId, amount]),
        [
          ['a', 2],
          ['b', 2],
          ['0', 1],
        ],
      )
    },
  },
  {
    name: '[C13] three of four delivered pays for three',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c13')
      const { ledger } = fixture
      await openAccount(fixture, 'c13')
      await ledger.hold(holdOf('c13', 'op', { quantity: 4 }))
      const op = { accountId: 'c13', operationId: 'op' }
      for (const quantity of [0, 5, -1, 1.5, Number.NaN]) {
        const outcome = await ledger.settle({ ...op, quantity })
        expect.equal(outcome, { kind: 'rejected', reason: 'quantity_out_of_range' })
      }
      const settled = await ledger.settle({ ...op, quantity: 3 })
      expect.matches(settled, { kind: 'settled', spent: 15, released: 5 })
      expect.matches(await ledger.balance('c13'), { balance: 385, available: 385 })
    },
  },
  {
    name: '[C17] operations held and running are bounded, at price 0 too',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c17')
      const { ledger } = fixture
      await openAccount(fixture, 'c17')
      const free = { action: 'text.post', quote: { version: 1, credits: 0 } }
      for (let n = 1; n < FIXTURE_OPEN_MAX; n += 1) {
        await ledger.hold(holdOf('c17', `op-${n}`, free))
      }
      expect.matches(await ledger.hold(holdOf('c17', 'last')), { kind: 'held' })
      expect.equal(await ledger.hold(holdOf('c17', 'more')), {
        kind: 'rejected',
        reason: 'too_many_open',
        openMax: FIXTURE_OPEN_MAX,
        replayed: false,
      })
      await ledger.release({ accountId: 'c17', operationId: 'last', reason: 'cancelled' })
      expect.matches(await ledger.hold(holdOf('c17', 'again')), { kind: 'held' })
      expect.matches(await ledger.hold(holdOf('c17', 'more')), { kind: 'rejected', replayed: true })
    },
  },
  {
    name: '[C18] settled after its cycle: spent there, and the new cycle is untouched',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c18a')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c18a')
      await ledger.hold(holdOf('c18a', 'op'))
      clock.turnTo(FEBRUARY_END)
      const across = await ledger.balance('c18a')
      expect.matches(across, { balance: 400, held: 0, openOperations: 1 })
      expect.equal(
        across?.grants.map(({ held }) => held),
        [5, 0],
      )
      await ledger.settle({ accountId: 'c18a', operationId: 'op', quantity: 1 })
      expect.matches(await ledger.balance('c18a'), { balance: 400, spentInCycle: 0 })
      const last = (await ledger.entries('c18a', { limit: 20 })).at(-1)
      expect.matches(last, { kind: 'settle', grantId: 'c18a-1', from: 'held', to: 'spent' })
    },
  },
  {
    name: '[C18] released after its cycle: expired there, and the new cycle is untouched',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c18b')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c18b')
      await ledger.hold(holdOf('c18b', 'op', { quantity: 2 }))
      clock.turnTo(FEBRUARY_END)
      const op = { accountId: 'c18b', operationId: 'op' }
      await ledger.release({ ...op, reason: 'provider_failed' })
      expect.matches(await ledger.balance('c18b'), { balance: 400, available: 400 })
      const last = (await ledger.entries('c18b', { limit: 20 })).at(-1)
      const lapsed = { kind: 'release', grantId: 'c18b-1', from: 'held', to: 'expired', amount: 10 }
      expect.matches(last, lapsed)
      expect.equal(await auditAccount(ledger, 'c18b'), [])
    },
  },
  {
    name: '[C22] the price that was seen is charged, or the new one is told and nothing taken',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c22')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c22')
      clock.turnTo(FIXTURE_TARIFF_CHANGE)
      const refused = await ledger.hold(holdOf('c22', 'op'))
      const quote = { version: 2, action: 'image.standard', unitPrice: 7, quantity: 1, credits: 7 }
      expect.equal(refused, { kind: 'rejected', reason: 'price_changed', quote, replayed: false })
      const same = { action: 'image.pro', quote: { version: 1, credits: 10 } }
      expect.matches(await ledger.hold(holdOf('c22', 'unchanged', same)), {
        kind: 'held',
        operation: { credits: 10, priceVersion: 2 },
      })
      expect.matches(await ledger.balance('c22'), { held: 10 })
    },
  },
  {
    name: '[C21] an action outside the price book is unknown, and its id stays unused',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c21')
      const { ledger } = fixture
      await openAccount(fixture, 'c21')
      const outcome = await ledger.hold(holdOf('c21', 'op', { action: 'video.scene' }))
      expect.equal(outcome, { kind: 'rejected', reason: 'unknown_action' })
      expect.matches(await ledger.hold(holdOf('c21', 'op')), { kind: 'held', replayed: false })
    },
  },
  {
    name: '[C23] an action of price 0 is an operation like any other, without entries',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c23')
      const { ledger } = fixture
      await openAccount(fixture, 'c23')
      const free = { action: 'text.post', quote: { version: 1, credits: 0 } }
      await ledger.hold(holdOf('c23', 'op', free))
      const op = { accountId: 'c23', operationId: 'op' }
      expect.matches(await ledger.start(op), { kind: 'started' })
      const settled = await ledger.settle({ ...op, quantity: 1 })
      expect.matches(settled, { kind: 'settled', spent: 0, released: 0 })
      const { items } = await ledger.usage('c23', { limit: 5 })
      expect.equal(items.length, 1)
      expect.matches(items[0], { action: 'text.post', unitPrice: 0, spent: 0, state: 'settled' })
      expect.equal((await ledger.entries('c23', { limit: 5 })).length, 1)
    },
  },
  {
    name: '[C24] with nothing left an account that pauses at zero pauses all, price 0 too',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c24a')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c24a', { credits: 5, pausesAtZero: true })
      await ledger.hold(holdOf('c24a', 'op'))
      const free = { action: 'text.post', quote: { version: 1, credits: 0 } }
      expect.matches(await ledger.hold(holdOf('c24a', 'held-still', free)), { kind: 'held' })
      expect.matches(await ledger.hold(holdOf('c24a', 'short')), { reason: 'insufficient' })
      await ledger.settle({ accountId: 'c24a', operationId: 'op', quantity: 1 })
      const paused = { kind: 'rejected', reason: 'paused', resetsAt: FEBRUARY_END, replayed: false }
      const freeAtZero = await ledger.hold(holdOf('c24a', 'free', free))
      expect.equal(freeAtZero, { ...paused, price: 0, shortBy: 0 })
      const pricedAtZero = await ledger.hold(holdOf('c24a', 'priced'))
      expect.equal(pricedAtZero, { ...paused, price: 5, shortBy: 5 })
      clock.turnTo(FEBRUARY_END)
      expect.matches(await ledger.hold(holdOf('c24a', 'reset', free)), { kind: 'held' })
    },
  },
  {
    name: '[C24] an account that does not pause at zero goes on at price 0',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c24b')
      await openAccount(fixture, 'c24b', { credits: 0 })
      const free = { action: 'text.post', quote: { version: 1, credits: 0 } }
      expect.matches(await fixture.ledger.hold(holdOf('c24b', 'free', free)), { kind: 'held' })
      expect.matches(await fixture.ledger.hold(holdOf('c24b', 'priced')), {
        reason: 'insufficient',
        shortBy: 5,
      })
    },
  },
]
