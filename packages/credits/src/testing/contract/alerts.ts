import type { ContractCase } from '../contract-case.ts'
import { type Fixture, fixtureOn, holdOf, openAccount } from '../fixture.ts'
import { eventsOf } from './events-of.ts'

const FEBRUARY_END = Date.UTC(2026, 1, 28, 9, 20)

async function spend<Tx>({ ledger }: Fixture<Tx>, accountId: string, id: string, quantity: number) {
  await ledger.hold(holdOf(accountId, id, { quantity }))
  await ledger.settle({ accountId, operationId: id, quantity })
}

/** The alerts that fired since they were asked for last, with the balance that each told. */
async function alertsOf<Tx>(fixture: Fixture<Tx>, accountId: string) {
  const events = await eventsOf(fixture.ledger, accountId)
  return events.flatMap((event) =>
    event.type === 'alert' ? [[event.alertId, event.balance] as const] : [],
  )
}

export const alertsContract: readonly ContractCase[] = [
  {
    name: '[C35] alerts fire as the balance falls: at 80 % used, at the last image, at nothing left',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c35a')
      await openAccount(fixture, 'c35a', { credits: 100 })
      await spend(fixture, 'c35a', 'to-25', 15)
      expect.equal(await alertsOf(fixture, 'c35a'), [])
      await spend(fixture, 'c35a', 'to-20', 1)
      expect.equal(await alertsOf(fixture, 'c35a'), [['mostly-used', 20]])
      await spend(fixture, 'c35a', 'to-10', 2)
      expect.equal(await alertsOf(fixture, 'c35a'), [])
      await spend(fixture, 'c35a', 'to-5', 1)
      expect.equal(await alertsOf(fixture, 'c35a'), [['last-image', 5]])
      await spend(fixture, 'c35a', 'to-0', 1)
      expect.equal(await alertsOf(fixture, 'c35a'), [['nothing-left', 0]])
    },
  },
  {
    name: '[C35] an alert says which cycle it is of and when it fired',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c35b')
      await openAccount(fixture, 'c35b', { credits: 25 })
      const cycleStart = fixture.clock.now()
      await fixture.ledger.hold(holdOf('c35b', 'op', { quantity: 5 }))
      fixture.clock.turn(5000)
      await fixture.ledger.settle({ accountId: 'c35b', operationId: 'op', quantity: 5 })
      const told = { type: 'alert', accountId: 'c35b', at: cycleStart + 5000, balance: 0 }
      expect.equal(await eventsOf(fixture.ledger, 'c35b'), [
        { ...told, alertId: 'mostly-used', cycleStart },
        { ...told, alertId: 'nothing-left', cycleStart },
      ])
    },
  },
  {
    name: '[C35] what is set aside still belongs to the account: a hold alone fires nothing',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c35c')
      await openAccount(fixture, 'c35c', { credits: 25 })
      await fixture.ledger.hold(holdOf('c35c', 'op', { quantity: 5 }))
      await fixture.ledger.hold(holdOf('c35c', 'short'))
      expect.equal(await alertsOf(fixture, 'c35c'), [])
      const end = { accountId: 'c35c', operationId: 'op' }
      await fixture.ledger.release({ ...end, reason: 'provider_failed' })
      expect.equal(await alertsOf(fixture, 'c35c'), [])
    },
  },
  {
    name: '[C35] each alert fires once in a cycle, also when the balance rises and falls again',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c35d')
      const { ledger, clock } = fixture
      const grant = { accountId: 'c35d', grantId: 'c35d-g', credits: 50, reason: 'gift', actor: {} }
      await openAccount(fixture, 'c35d', { credits: 25 })
      await spend(fixture, 'c35d', 'all', 5)
      expect.equal((await alertsOf(fixture, 'c35d')).length, 2)
      await ledger.grant({ ...grant, startsAt: clock.now(), endsAt: clock.now() + 1000 })
      await spend(fixture, 'c35d', 'again', 10)
      expect.equal(await alertsOf(fixture, 'c35d'), [])
    },
  },
  {
    name: '[C35] a new cycle may fire them again',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c35e')
      await openAccount(fixture, 'c35e', { credits: 25 })
      await spend(fixture, 'c35e', 'all', 5)
      const first = await alertsOf(fixture, 'c35e')
      fixture.clock.turnTo(FEBRUARY_END)
      await fixture.ledger.balance('c35e')
      expect.equal(await alertsOf(fixture, 'c35e'), [])
      await spend(fixture, 'c35e', 'all-again', 5)
      expect.equal(await alertsOf(fixture, 'c35e'), first)
    },
  },
  {
    name: '[C35] many at once fire an alert once',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c35f')
      const { ledger } = fixture
      await openAccount(fixture, 'c35f', { credits: 30 })
      await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => spend(fixture, 'c35f', id, 1)))
      const fired = (await alertsOf(fixture, 'c35f')).map(([id]) => id)
      expect.equal(fired.toSorted(), ['last-image', 'mostly-used', 'nothing-left'])
      expect.matches(await ledger.balance('c35f'), { balance: 0 })
    },
  },
  {
    name: '[C35] an account without an allowance has no alerts',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c35g')
      await openAccount(fixture, 'c35g', { credits: 0 })
      await fixture.ledger.hold(holdOf('c35g', 'op'))
      expect.equal(await alertsOf(fixture, 'c35g'), [])
    },
  },
]
