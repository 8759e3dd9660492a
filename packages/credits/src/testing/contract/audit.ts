import type { ContractCase } from '../contract-case.ts'
import { FIXTURE_LEASE_MS, fixtureOn, holdOf, openAccount } from '../fixture.ts'

const FEBRUARY_END = Date.UTC(2026, 1, 28, 9, 20)

export const auditContract: readonly ContractCase[] = [
  {
    name: '[C38] the audit counts what it looked at and finds nothing wrong with a whole life',
    run: async (store, expect) => {
      const fixture = fixtureOn(store, 'c38a')
      const { ledger, clock } = fixture
      const before = await ledger.audit()
      const by = { accountId: 'c38a', reason: 'support', actor: {} }
      await openAccount(fixture, 'c38a', { credits: 60 })
      const free = { action: 'text.post', quote: { version: 1, credits: 0 } }
      await ledger.hold(holdOf('c38a', 'free', free))
      await ledger.hold(holdOf('c38a', 'part', { quantity: 4 }))
      await ledger.settle({ accountId: 'c38a', operationId: 'part', quantity: 3 })
      await ledger.hold(holdOf('c38a', 'too-much', { quantity: 40 }))
      await ledger.hold(holdOf('c38a', 'across', { quantity: 2 }))
      await ledger.adjust({ ...by, adjustmentId: 'c38a-a', grantId: 'c38a-1', credits: 1 })
      await ledger.start({ accountId: 'c38a', operationId: 'across' })
      clock.turn(FIXTURE_LEASE_MS)
      clock.turnTo(FEBRUARY_END)
      await ledger.release({ accountId: 'c38a', operationId: 'across', reason: 'failed' })
      await ledger.reverse({ ...by, operationId: 'part', reversalId: 'c38a-r', credits: 7 })
      const after = await ledger.audit()
      expect.equal(
        after.findings.filter(({ accountId }) => accountId === 'c38a'),
        [],
      )
      const entries = await ledger.entries('c38a', { limit: 100 })
      expect.equal(
        {
          accounts: after.accounts - before.accounts,
          grants: after.grants - before.grants,
          operations: after.operations - before.operations,
          entries: after.entries - before.entries,
        },
        { accounts: 1, grants: 3, operations: 4, entries: entries.length },
      )
    },
  },
]
