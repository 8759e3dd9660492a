import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEntry, type Entry } from './entry.ts'
import { MemoryStore } from './memory/index.ts'
import type { Operation } from './operation.ts'
import { auditAccount, fixtureOn, openAccount, stepsArbitrary, takeStep } from './testing/index.ts'

const RUNS = 300

/** Net movements of one operation, read from the entries alone. */
function movesOf(entries: readonly Entry[], operationId: string) {
  const own = entries.filter((entry) => entry.operationId === operationId)
  const sum = (kind: Entry['kind']) =>
    own.reduce((total, entry) => total + (entry.kind === kind ? entry.amount : 0), 0)
  return { held: sum('hold'), spent: sum('settle'), released: sum('release') }
}

function whatOperationsSay({ state, credits, spent, released }: Operation) {
  const isOpen = state === 'held' || state === 'running'
  if (isOpen) return { held: credits, spent: 0, released: 0 }
  return { held: credits, spent, released }
}

test('[C2] whatever happens, grants are conserved and follow from their entries', async () => {
  const life = fc.asyncProperty(stepsArbitrary, async (steps) => {
    const fixture = fixtureOn(new MemoryStore())
    await openAccount(fixture, 'a', { credits: 60 })
    for (const step of steps) {
      await takeStep(fixture, 'a', step)
      expect(await auditAccount(fixture.ledger, 'a')).toEqual([])
    }
  })
  await fc.assert(life, { numRuns: RUNS })
})

test('[C3] whatever happens, operations and entries tell the same story', async () => {
  const life = fc.asyncProperty(stepsArbitrary, async (steps) => {
    const fixture = fixtureOn(new MemoryStore())
    await openAccount(fixture, 'a', { credits: 60 })
    for (const step of steps) await takeStep(fixture, 'a', step)
    const entries = await fixture.ledger.entries('a', { limit: 10_000 })
    const { items } = await fixture.ledger.usage('a', { limit: 100 })
    for (const operation of items) {
      expect(movesOf(entries, operation.id)).toEqual(whatOperationsSay(operation))
      expect(operation.reversed).toBeLessThanOrEqual(operation.spent)
      if (operation.state === 'settled') {
        expect(operation.spent % Math.max(1, operation.unitPrice)).toBe(0)
      }
    }
  })
  await fc.assert(life, { numRuns: RUNS })
})

test('[C7] whatever happens, the balance never exceeds the grants that are alive', async () => {
  const life = fc.asyncProperty(stepsArbitrary, async (steps) => {
    const fixture = fixtureOn(new MemoryStore())
    await openAccount(fixture, 'a', { credits: 60 })
    for (const step of steps) {
      await takeStep(fixture, 'a', step)
      const balance = await fixture.ledger.balance('a')
      const now = fixture.clock.now()
      const live = balance?.grants.filter(({ startsAt, endsAt }) => startsAt <= now && now < endsAt)
      const most = live?.reduce((sum, { amount }) => sum + amount, 0) ?? 0
      expect(balance?.balance).toBeLessThanOrEqual(most)
      expect(balance?.balance).toBe((balance?.available ?? 0) + (balance?.held ?? 0))
    }
  })
  await fc.assert(life, { numRuns: RUNS })
})

test('[C2] an entry that would break a grant is refused', () => {
  const places = { amount: 5, available: 3, held: 2, spent: 0, expired: 0 }
  const window = { startsAt: 0, endsAt: 9, createdAt: 0 }
  const facts = { id: 'g', accountId: 'a', kind: 'granted', reason: '', actor: {} } as const
  const grant = { ...facts, ...window, ...places }
  const entry = { accountId: 'a', seq: 1, at: 0, grantId: 'g', actor: {} } as const
  const move = { kind: 'hold', from: 'available', to: 'held' } as const
  expect(applyEntry(grant, { ...entry, ...move, amount: 3 })).toMatchObject({ held: 5 })
  expect(() => applyEntry(grant, { ...entry, ...move, amount: 4 })).toThrow(/add up/)
  expect(() => applyEntry(grant, { ...entry, ...move, amount: -1 })).toThrow(/whole number/)
  expect(() => applyEntry(grant, { ...entry, ...move, amount: 0.5 })).toThrow(/whole number/)
})
