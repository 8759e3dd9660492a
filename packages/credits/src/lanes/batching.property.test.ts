import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ScriptedStore } from '../../test/scripted-store.ts'
import { DAY_MS } from '../instant.ts'
import { MemoryStore, type MemoryTransaction } from '../memory/index.ts'
import type { Store } from '../store.ts'
import {
  auditAccount,
  FIRST_GRANT,
  FIXTURE_LEASE_MS,
  FIXTURE_START,
  type Fixture,
  fixtureOn,
  openAccount,
  type Step,
  stepsArbitrary,
  TurningClock,
  takeStep,
} from '../testing/index.ts'
import type { LaneLimits } from './lane-limits.ts'

const ACCOUNTS = ['a', 'b', 'c']
const OPENED = { credits: 60 }

/** What is asked at the same time, after some time has passed. */
interface Round {
  readonly turnMs: number
  readonly asked: readonly (readonly [accountId: string, step: Step])[]
}

interface Answered {
  readonly answers: readonly unknown[]
  readonly accounts: unknown
}

const asked = fc.tuple(fc.constantFrom(...ACCOUNTS), stepsArbitrary.map(firstCommand))

const roundsArbitrary: fc.Arbitrary<readonly Round[]> = fc.array(
  fc.record({
    // Below zero where the clock is set back.
    turnMs: fc.constantFrom(0, 1, FIXTURE_LEASE_MS, DAY_MS, 29 * DAY_MS, 45 * DAY_MS, -1, -DAY_MS),
    asked: fc.array(asked, { minLength: 1, maxLength: 12 }),
  }),
  { minLength: 1, maxLength: 6 },
)

const DEFERS: readonly LaneLimits['defer'][] = [
  setImmediate,
  queueMicrotask,
  (callback) => callback(),
  (callback) => setTimeout(callback, 0),
]

const limitsArbitrary: fc.Arbitrary<Partial<LaneLimits>> = fc.record({
  batchMax: fc.integer({ min: 1, max: 40 }),
  snapshotsMax: fc.integer({ min: 0, max: 4 }),
  lockedMax: fc.integer({ min: 1, max: 3 }),
  contendedBatches: fc.integer({ min: 1, max: 3 }),
  defer: fc.constantFrom(...DEFERS),
})

/** The first step that is a command to an account; time and the reaper concern all of them. */
function firstCommand(steps: readonly Step[]): Step {
  const step = steps.find(({ type }) => type !== 'turn' && type !== 'reap')
  if (step && 'grantId' in step && step.grantId === FIRST_GRANT) {
    return { ...step, grantId: idAt(FIXTURE_START) }
  }
  return step ?? { type: 'start', operationId: 'op-1' }
}

/** Ids of cycles' grants that do not depend on how many were asked for. */
const idAt = (instant: number) => `grant-of-${instant}`

function comparableFixture<Tx>(store: Store<Tx>, limits: Partial<LaneLimits> = {}): Fixture<Tx> {
  const clock = new TurningClock(FIXTURE_START)
  return fixtureOn(store, 'unused', { clock, limits, newId: () => idAt(clock.now()) })
}

async function accountsOf<Tx>({ ledger }: Fixture<Tx>): Promise<unknown> {
  return await Promise.all(
    ACCOUNTS.map(async (id) => ({
      audit: await auditAccount(ledger, id),
      balance: await ledger.balance(id),
      entries: await ledger.entries(id, { limit: 10_000 }),
      usage: await ledger.usage(id, { limit: 1000 }),
    })),
  )
}

/** The events of each account in their order: accounts are not ordered among each other. */
async function eventsByAccount<Tx>({ ledger }: Fixture<Tx>): Promise<unknown> {
  const events: Record<string, unknown[]> = {}
  await ledger.deliver({
    limit: 100_000,
    handle: async (_, waiting) => {
      for (const { event } of waiting) {
        events[event.accountId] = [...(events[event.accountId] ?? []), event]
      }
    },
  })
  return events
}

/** One after another, each in a transaction of its own: no lane has any part in it. */
async function answerOneByOne(rounds: readonly Round[]): Promise<Answered> {
  const store = new MemoryStore()
  const fixture = comparableFixture(store)
  for (const id of ACCOUNTS) await openAccount(fixture, id, OPENED)
  const answers: unknown[] = []
  for (const round of rounds) {
    fixture.clock.turn(round.turnMs)
    for (const [accountId, step] of round.asked) {
      answers.push(await store.transaction((tx) => takeStepWithin(fixture, tx, accountId, step)))
    }
  }
  return { answers, accounts: [await accountsOf(fixture), await eventsByAccount(fixture)] }
}

async function takeStepWithin(
  { ledger, ...fixture }: Fixture<MemoryTransaction>,
  tx: MemoryTransaction,
  accountId: string,
  step: Step,
): Promise<unknown> {
  const bound = ledger.within(tx) as typeof ledger
  return await takeStep({ ...fixture, ledger: bound }, accountId, step)
}

async function answerAtOnce<Tx>(fixture: Fixture<Tx>, rounds: readonly Round[]): Promise<Answered> {
  await Promise.all(ACCOUNTS.map((id) => openAccount(fixture, id, OPENED)))
  const answers: unknown[] = []
  for (const round of rounds) {
    fixture.clock.turn(round.turnMs)
    const steps = round.asked.map(([accountId, step]) => takeStep(fixture, accountId, step))
    answers.push(...(await Promise.all(steps)))
  }
  return { answers, accounts: [await accountsOf(fixture), await eventsByAccount(fixture)] }
}

/** Lets others go first, for a while that the seed decides. */
function shufflingPause(seed: number): () => Promise<void> {
  let state = seed
  return async () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    for (let turn = state % 7; turn > 0; turn -= 1) await Promise.resolve()
    // Long enough, now and then, that what is deferred goes first.
    for (let turn = Math.floor(state / 4096) % 4; turn > 0; turn -= 1) {
      await new Promise<void>(setImmediate)
    }
  }
}

const RUNS = 150

test('[C31] whatever is asked at once is answered exactly as one after another', async () => {
  const sameAnswers = fc.asyncProperty(roundsArbitrary, limitsArbitrary, async (rounds, limits) => {
    const fixture = comparableFixture(new MemoryStore(), limits)
    expect(await answerAtOnce(fixture, rounds)).toEqual(await answerOneByOne(rounds))
  })
  await fc.assert(sameAnswers, { numRuns: RUNS })
}, 120_000)

test('[C31] also on a store that is slow and loads no more than it must', async () => {
  const sameAnswers = fc.asyncProperty(
    roundsArbitrary,
    limitsArbitrary,
    fc.nat(),
    async (rounds, limits, seed) => {
      const store = new ScriptedStore(new MemoryStore({ pause: shufflingPause(seed) }))
      const fixture = comparableFixture(store, limits)
      expect(await answerAtOnce(fixture, rounds)).toEqual(await answerOneByOne(rounds))
    },
  )
  await fc.assert(sameAnswers, { numRuns: RUNS })
}, 120_000)

const fewSteps = fc.array(stepsArbitrary.map(firstCommand), { minLength: 1, maxLength: 4 })

/** Lives of operations, step by step: none waits for a lock, and each is known after its first. */
const lifeSteps = (...ids: readonly string[]) =>
  fc.array(fc.constantFrom(...ids), { minLength: 2, maxLength: 4 }).map((order) => {
    const taken = new Map<string, number>()
    return order.map((operationId) => {
      const count = taken.get(operationId) ?? 0
      taken.set(operationId, count + 1)
      return stepOfLife(operationId, count)
    })
  })

function stepOfLife(operationId: string, count: number): Step {
  // Two of them are all that the account can pay.
  const hold = { action: 'image.standard', quantity: 6, credits: 30 }
  if (count === 0) return { type: 'hold', operationId, ...hold }
  return count === 1 ? { type: 'start', operationId } : { type: 'settle', operationId, quantity: 6 }
}

const smallBatches = fc
  .constantFrom(1, 2)
  .map((batchMax): Partial<LaneLimits> => ({ batchMax, contendedBatches: 1 }))

/** Every order of both lists that keeps the order of each. */
function interleavings<T>(left: readonly T[], right: readonly T[]): readonly (readonly T[])[] {
  const [first, ...restLeft] = left
  const [second, ...restRight] = right
  if (first === undefined || second === undefined) return [[...left, ...right]]
  return [
    ...interleavings(restLeft, right).map((rest) => [first, ...rest]),
    ...interleavings(left, restRight).map((rest) => [second, ...rest]),
  ]
}

type Steps = fc.Arbitrary<readonly Step[]>

async function assertSomeOrder(
  [anyBefore, anyLeft, anyRight]: readonly [Steps, Steps, Steps],
  anyLimits: fc.Arbitrary<Partial<LaneLimits>>,
): Promise<void> {
  const someOrder = fc.asyncProperty(
    anyBefore,
    anyLeft,
    anyRight,
    anyLimits,
    fc.nat(),
    async (before, left, right, limits, seed) => {
      const store = new ScriptedStore(new MemoryStore({ pause: shufflingPause(seed) }))
      const here = comparableFixture(store, limits)
      const there = comparableFixture(store, limits)
      await openAccount(here, 'a', OPENED)
      for (const [index, step] of before.entries()) {
        await takeStep(index % 2 ? there : here, 'a', step)
      }
      const answers = await Promise.all([
        ...left.map((step) => takeStep(here, 'a', step)),
        ...right.map((step) => takeStep(there, 'a', step)),
      ])
      expect(await auditAccount(here.ledger, 'a')).toEqual([])
      expect((await here.ledger.audit()).findings).toEqual([])
      const entries = await here.ledger.entries('a', { limit: 1000 })
      const isExplained = await isAnswerOfSomeOrder({ before, left, right, answers, entries })
      expect(isExplained).toBe(true)
    },
  )
  await fc.assert(someOrder, { numRuns: RUNS })
}

test('[C31] two processes at once are answered as in some order, one after another', async () => {
  await assertSomeOrder([fewSteps, fewSteps, fewSteps], limitsArbitrary)
}, 120_000)

test('[C31] also where much is decided before what it rests on has been appended', async () => {
  const lives = [lifeSteps('op-1'), lifeSteps('op-2', 'op-3'), lifeSteps('op-4', 'op-5')] as const
  await assertSomeOrder(lives, smallBatches)
}, 120_000)

interface Witnessed {
  readonly before: readonly Step[]
  readonly left: readonly Step[]
  readonly right: readonly Step[]
  readonly answers: readonly unknown[]
  readonly entries: readonly unknown[]
}

async function isAnswerOfSomeOrder(witnessed: Witnessed): Promise<boolean> {
  const { before, left, right, answers, entries } = witnessed
  const numbered = [...left, ...right].map((step, index) => ({ step, index }))
  const orders = interleavings(numbered.slice(0, left.length), numbered.slice(left.length))
  for (const order of orders) {
    const fixture = comparableFixture(new MemoryStore())
    await openAccount(fixture, 'a', OPENED)
    for (const step of before) await takeStep(fixture, 'a', step)
    const expected: unknown[] = []
    for (const { step, index } of order) expected[index] = await takeStep(fixture, 'a', step)
    const same = [expected, await fixture.ledger.entries('a', { limit: 1000 })]
    if (JSON.stringify(same) === JSON.stringify([answers, entries])) return true
  }
  return false
}

test('[C2] many processes that change the same accounts leave them sound', async () => {
  const sound = fc.asyncProperty(roundsArbitrary, fc.nat(), async (rounds, seed) => {
    const store = new MemoryStore({ pause: shufflingPause(seed) })
    const processes = [0, 1, 2].map(() => comparableFixture(store, { contendedBatches: 2 }))
    const [first] = processes as [Fixture<MemoryTransaction>]
    for (const id of ACCOUNTS) await openAccount(first, id, OPENED)
    for (const round of rounds) {
      for (const { clock } of processes) clock.turn(round.turnMs)
      await Promise.all(
        round.asked.map(async ([accountId, step], index) => {
          const fixture = processes[index % processes.length] as Fixture<MemoryTransaction>
          if (index % 4 === 0) {
            return await store.transaction((tx) => takeStepWithin(fixture, tx, accountId, step))
          }
          return await takeStep(fixture, accountId, step)
        }),
      )
      expect((await first.ledger.audit()).findings).toEqual([])
    }
    for (const id of ACCOUNTS) expect(await auditAccount(first.ledger, id)).toEqual([])
  })
  await fc.assert(sound, { numRuns: RUNS })
}, 120_000)
