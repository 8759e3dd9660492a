import type { ContractCase } from '../contract-case.ts'
import { type Fixture, fixtureOn, holdOf, openAccount } from '../fixture.ts'
import { eventsOf } from './events-of.ts'

const actor = { memberId: 'support' }

async function give<Tx>({ ledger, clock }: Fixture<Tx>, accountId: string, grantId: string) {
  const window = { startsAt: clock.now(), endsAt: clock.now() + 1000 }
  await ledger.grant({ accountId, grantId, credits: 7, ...window, reason: 'gift', actor })
}

export const eventsContract: readonly ContractCase[] = [
  {
    name: '[C36] a grant, a reversal and an adjustment are told in the order they were made',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c36a')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c36a')
      const told = { accountId: 'c36a', at: clock.now() }
      const by = { accountId: 'c36a', reason: 'support', actor }
      await ledger.hold(holdOf('c36a', 'op'))
      await ledger.settle({ accountId: 'c36a', operationId: 'op', quantity: 1 })
      await give(fixture, 'c36a', 'c36a-g')
      await ledger.reverse({ ...by, operationId: 'op', reversalId: 'c36a-r', credits: 3 })
      await ledger.adjust({ ...by, adjustmentId: 'c36a-a', grantId: 'c36a-g', credits: 2 })
      expect.equal(await eventsOf(ledger, 'c36a'), [
        { ...told, type: 'granted', grantId: 'c36a-g', credits: 7 },
        { ...told, type: 'reversed', reversalId: 'c36a-r', operationId: 'op', credits: 3 },
        { ...told, type: 'adjusted', adjustmentId: 'c36a-a', credits: 2 },
      ])
      expect.equal(await eventsOf(ledger, 'c36a'), [])
    },
  },
  {
    name: '[C36] the first answer again tells nothing again, and a refusal tells nothing',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c36b')
      const { ledger } = fixture
      await openAccount(fixture, 'c36b')
      await give(fixture, 'c36b', 'c36b-g')
      await give(fixture, 'c36b', 'c36b-g')
      const by = { accountId: 'c36b', reason: 'support', actor }
      await ledger.adjust({ ...by, adjustmentId: 'c36b-a', grantId: 'c36b-g', credits: 99 })
      expect.equal((await eventsOf(ledger, 'c36b')).length, 1)
    },
  },
  {
    name: '[C36] a handler that fails is handed the same events again, and what it did is undone',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c36c')
      const { ledger } = fixture
      await openAccount(fixture, 'c36c')
      await eventsOf(ledger, 'c36c')
      await give(fixture, 'c36c', 'c36c-g')
      const failing = ledger.deliver({
        limit: 1000,
        handle: async (tx) => {
          await ledger.within(tx).hold(holdOf('c36c', 'op'))
          throw new Error('the mail could not be queued')
        },
      })
      await expect.rejects(failing, /could not be queued/)
      expect.equal(await ledger.operation('c36c', 'op'), undefined)
      const seen: string[] = []
      await ledger.deliver({
        limit: 1000,
        handle: async (tx, events) => {
          seen.push(...events.map(({ event }) => event.accountId))
          await ledger.within(tx).hold(holdOf('c36c', 'op'))
        },
      })
      expect.equal(seen, ['c36c'])
      expect.matches(await ledger.operation('c36c', 'op'), { state: 'held' })
      expect.equal(await eventsOf(ledger, 'c36c'), [])
    },
  },
  {
    name: '[C36] what was undone is never told',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c36d')
      const { ledger, clock } = fixture
      await openAccount(fixture, 'c36d')
      const window = { startsAt: clock.now(), endsAt: clock.now() + 1000 }
      const gift = { accountId: 'c36d', grantId: 'c36d-g', credits: 7, reason: 'gift', actor }
      const failing = store.transaction(async (tx) => {
        await ledger.within(tx).grant({ ...gift, ...window })
        throw new Error('undone')
      })
      await expect.rejects(failing, /undone/)
      expect.equal(await eventsOf(ledger, 'c36d'), [])
      await store.transaction((tx) => ledger.within(tx).grant({ ...gift, ...window }))
      expect.equal((await eventsOf(ledger, 'c36d')).length, 1)
    },
  },
  {
    name: '[C36] events are handed over oldest first, so many at a time as were asked for',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c36e')
      const { ledger } = fixture
      await openAccount(fixture, 'c36e')
      await eventsOf(ledger, 'c36e')
      const given = ['c36e-1st', 'c36e-2nd', 'c36e-3rd', 'c36e-4th', 'c36e-5th']
      for (const id of given) await give(fixture, 'c36e', id)
      const seen: string[] = []
      const counts: number[] = []
      for (const limit of [2, 2, 2, 2]) {
        const handle = async (_: unknown, events: readonly { readonly event: object }[]) => {
          seen.push(...events.map(({ event }) => ('grantId' in event ? String(event.grantId) : '')))
        }
        counts.push(await ledger.deliver({ limit, handle }))
      }
      expect.equal(seen, given)
      expect.equal(counts, [2, 2, 1, 0])
    },
  },
  {
    name: '[C36] several that deliver at once hand each event over once',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c36f')
      const { ledger } = fixture
      await openAccount(fixture, 'c36f')
      const given = Array.from({ length: 12 }, (_, n) => `c36f-g${n}`)
      await Promise.all(given.map((id) => give(fixture, 'c36f', id)))
      const batches = await Promise.all(Array.from({ length: 4 }, () => eventsOf(ledger, 'c36f')))
      const left = await eventsOf(ledger, 'c36f')
      const ids = [...batches.flat(), ...left].map((e) => ('grantId' in e ? e.grantId : ''))
      expect.equal(ids.toSorted(), given.toSorted())
    },
  },
]
