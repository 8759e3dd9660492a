import type { ContractCase } from '../contract-case.ts'
import { fixtureOn, holdOf, openAccount } from '../fixture.ts'

export const transactionContract: readonly ContractCase[] = [
  {
    name: "[C12] inside the caller's transaction a settle is undone with it",
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c12a')
      const { ledger } = fixture
      await openAccount(fixture, 'c12a')
      await ledger.hold(holdOf('c12a', 'op'))
      const failing = store.transaction(async (tx) => {
        const bound = ledger.within(tx)
        await bound.settle({ accountId: 'c12a', operationId: 'op', quantity: 1 })
        expect.matches(await bound.balance('c12a'), { balance: 395, held: 0 })
        expect.matches(await ledger.balance('c12a'), { balance: 400, held: 5 })
        throw new Error('the result could not be saved')
      })
      await expect.rejects(failing, /could not be saved/)
      expect.matches(await ledger.operation('c12a', 'op'), { state: 'held' })
      expect.matches(await ledger.balance('c12a'), { balance: 400, held: 5 })
    },
  },
  {
    name: "[C12] inside the caller's transaction several commands commit together",
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c12b')
      const { ledger } = fixture
      await openAccount(fixture, 'c12b')
      await store.transaction(async (tx) => {
        const bound = ledger.within(tx)
        await bound.hold(holdOf('c12b', 'op', { quantity: 2 }))
        await bound.start({ accountId: 'c12b', operationId: 'op' })
        await bound.settle({ accountId: 'c12b', operationId: 'op', quantity: 1 })
      })
      expect.matches(await ledger.balance('c12b'), { balance: 395, spentInCycle: 5 })
    },
  },
  {
    name: '[C12] a command waits for the transaction that has the account',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c12c')
      const { ledger } = fixture
      await openAccount(fixture, 'c12c', { credits: 5 })
      let other: Promise<unknown> = Promise.resolve()
      await store.transaction(async (tx) => {
        await ledger.within(tx).hold(holdOf('c12c', 'first'))
        other = ledger.hold(holdOf('c12c', 'second'))
      })
      expect.matches(await other, { kind: 'rejected', reason: 'insufficient', shortBy: 5 })
    },
  },
]
