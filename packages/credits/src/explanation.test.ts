import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Allowance } from './allowance.ts'
import type { Entry } from './entry.ts'
import { type ExplanationFacts, type ExplanationLine, explain } from './explanation.ts'
import type { Grant } from './grant.ts'
import { DAY_MS } from './instant.ts'
import { MemoryStore } from './memory/index.ts'
import type { Operation } from './operation.ts'
import {
  FIXTURE_START,
  fixtureOn,
  holdOf,
  openAccount,
  stepsArbitrary,
  takeStep,
} from './testing/index.ts'

const allowance: Allowance = { credits: 400, anchor: FIXTURE_START, pausesAtZero: true }
const NOW = FIXTURE_START + DAY_MS

function grantOf(id: string, changes: Partial<Grant> = {}): Grant {
  const window = { startsAt: FIXTURE_START, endsAt: NOW + DAY_MS, createdAt: FIXTURE_START }
  // What is stored by now is not what an explanation may rest on.
  const stored = { amount: 1, available: 1, held: 0, spent: 0, expired: 0 }
  const facts = { id, accountId: 'a', kind: 'allowance', reason: 'allowance', actor: {} } as const
  return { ...facts, ...window, ...stored, ...changes }
}

function operationOf(id: string): Operation {
  const price = { action: 'image.standard', quantity: 1, unitPrice: 5, priceVersion: 1, credits: 5 }
  const end = { state: 'settled', spent: 5, released: 0, reversed: 0 } as const
  return { id, accountId: 'a', ...price, ...end, actor: {}, createdAt: FIXTURE_START }
}

const MOVES = {
  grant: { to: 'available' },
  hold: { from: 'available', to: 'held' },
  settle: { from: 'held', to: 'spent' },
  release: { from: 'held', to: 'available' },
  expire: { from: 'available', to: 'expired' },
  adjust: { from: 'available', to: 'expired' },
  reverse: { from: 'spent', to: 'available' },
} as const

/** `hold 5 op`: entries of one grant, a millisecond apart. */
function entriesOf(grantId: string, ...texts: readonly string[]): readonly Entry[] {
  return texts.map((text, index) => {
    const [kind, amount, operationId] = text.split(' ') as [Entry['kind'], string, string?]
    const facts = { accountId: 'a', seq: index + 1, at: FIXTURE_START + index, actor: {} }
    const move = { kind, grantId, ...MOVES[kind], amount: Number(amount) }
    return { ...facts, ...move, ...(operationId !== undefined && { operationId }) }
  })
}

function factsOf(changes: Partial<ExplanationFacts>): ExplanationFacts {
  return { allowance, grants: [grantOf('g')], entries: [], operations: [], ...changes }
}

const sumOf = (lines: readonly ExplanationLine[]) =>
  lines.reduce((sum, { credits }) => sum + credits, 0)

describe('an explanation', () => {
  test('[C34] answers the question of the page: why is my balance 365?', async () => {
    const fixture = fixtureOn(new MemoryStore())
    const { ledger } = fixture
    await openAccount(fixture, 'a')
    const priced = [
      ['website.import', 20],
      ['image.pro', 10],
      ['image.standard', 5],
    ] as const
    for (const [action, credits] of priced) {
      await ledger.hold(holdOf('a', action, { action, quote: { version: 1, credits } }))
      await ledger.settle({ accountId: 'a', operationId: action, quantity: 1 })
    }
    await ledger.hold(holdOf('a', 'failed'))
    await ledger.release({ accountId: 'a', operationId: 'failed', reason: 'provider_failed' })
    const explanation = await ledger.explain('a')
    expect(explanation?.balance).toBe(365)
    const told = explanation?.lines.map(({ kind, operation, credits, notCharged }) =>
      [operation?.action ?? kind, credits, notCharged ? 'not charged' : ''].join(' ').trim(),
    )
    expect(told).toEqual([
      'grant 400',
      'website.import -20',
      'image.pro -10',
      'image.standard -5',
      'image.standard 0 not charged',
    ])
  })

  test('[C34] rests on entries alone, whatever the stored numbers are by now', () => {
    const entries = entriesOf('g', 'grant 400', 'hold 5 op', 'settle 5 op')
    const facts = factsOf({ entries, operations: [operationOf('op')] })
    const { balance, available, held, grants } = explain('a', facts, NOW)
    expect({ balance, available, held }).toEqual({ balance: 395, available: 395, held: 0 })
    expect(grants).toMatchObject([{ id: 'g', amount: 400, available: 395, spent: 5 }])
  })

  test('[C34] makes one line of an operation, with what it holds and what it cost', () => {
    const operations = ['a', 'b', 'c', 'd', 'e'].map(operationOf)
    const parts = ['hold 20 a', 'hold 5 b', 'hold 5 c', 'hold 5 d', 'hold 5 e']
    const ends = ['settle 15 a', 'release 5 a', 'release 5 b', 'settle 5 d', 'settle 5 e']
    const entries = entriesOf('g', 'grant 100', ...parts, ...ends, 'reverse 5 d', 'reverse 2 e')
    const { lines, balance } = explain('a', factsOf({ entries, operations }), NOW)
    expect(
      lines.map(({ operation, credits, held, notCharged }) => [
        operation?.id,
        credits,
        held,
        notCharged,
      ]),
    ).toEqual([
      [undefined, 100, 0, false],
      ['a', -15, 0, false],
      ['b', 0, 0, true],
      ['c', 0, 5, false],
      ['d', 0, 0, false],
      ['e', -3, 0, false],
    ])
    expect(sumOf(lines)).toBe(balance)
  })

  test('[C34] does not take an operation for another line, whatever its id', () => {
    const entries = entriesOf('g', 'grant 100', 'hold 5 entry', 'settle 5 entry')
    const named = entries.map((entry) =>
      entry.operationId === undefined ? entry : { ...entry, operationId: 'entry 1' },
    )
    const facts = factsOf({ entries: named, operations: [operationOf('entry 1')] })
    const { lines } = explain('a', facts, NOW)
    expect(lines.map(({ kind, credits }) => [kind, credits])).toEqual([
      ['grant', 100],
      ['operation', -5],
    ])
  })

  test('[C34] leaves out grants that had ended or had not begun, and all that happened to them', () => {
    const ended = grantOf('ended', { endsAt: NOW })
    const toCome = grantOf('to-come', { startsAt: NOW + 1 })
    const grants = [ended, toCome, grantOf('g')]
    const entries = [
      ...entriesOf('ended', 'grant 50', 'hold 5 op', 'settle 5 op', 'expire 45'),
      ...entriesOf('to-come', 'grant 70'),
      ...entriesOf('g', 'grant 9', 'adjust 2'),
    ]
    const facts = factsOf({ grants, entries, operations: [operationOf('op')] })
    const { balance, lines } = explain('a', facts, NOW)
    expect(balance).toBe(7)
    expect(lines.map(({ kind, credits }) => [kind, credits])).toEqual([
      ['grant', 9],
      ['adjustment', -2],
    ])
  })

  test('[C34] of a grant whose credits had not come yet has no grant', () => {
    const { balance, grants, lines, cycle } = explain('a', factsOf({}), NOW)
    expect({ balance, grants, lines }).toEqual({ balance: 0, grants: [], lines: [] })
    expect(cycle.start).toBe(FIXTURE_START)
  })

  test('[C34] whatever happens, adds up to the balance, at every instant there was', async () => {
    const life = fc.asyncProperty(stepsArbitrary, async (steps) => {
      const fixture = fixtureOn(new MemoryStore())
      const { ledger, clock } = fixture
      await openAccount(fixture, 'a', { credits: 60 })
      const seen = new Map<number, number | undefined>()
      for (const step of steps) {
        await takeStep(fixture, 'a', step)
        const balance = await ledger.balance('a')
        seen.set(clock.now(), balance?.balance)
        const explanation = await ledger.explain('a')
        expect(explanation?.held).toBe(balance?.held)
      }
      for (const [at, balance] of seen) {
        const explanation = await ledger.explain('a', at)
        expect(explanation?.balance).toBe(balance)
        expect(sumOf(explanation?.lines ?? [])).toBe(balance)
        const held = explanation?.lines.reduce((sum, line) => sum + line.held, 0)
        expect(held).toBe(explanation?.held)
      }
    })
    await fc.assert(life, { numRuns: 100 })
  })
})
