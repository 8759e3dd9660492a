import type { DeliveryState } from '@rheos/contract'
import { deliveryStateSchema, targetStateSchema } from '@rheos/contract'
import {
  array,
  assert,
  constant,
  constantFrom,
  nat,
  oneof,
  property,
  record,
  tuple,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DeliveryPromise } from '../../src/networks/network-adapter.ts'
import type { PublishErrorKind } from '../../src/networks/publish-error.ts'
import { afterLooking, afterPreparing, afterSending } from '../../src/publishing/law/after-error.ts'
import { lateMaxMs, lookForMs, windowMarginMs } from '../../src/publishing/law/limits.ts'
import { nextStep, type Step } from '../../src/publishing/law/next-step.ts'
import { postStateOf } from '../../src/publishing/law/post-state.ts'
import { mayBeThere } from '../../src/publishing/law/target.ts'
import { PlayedTarget } from './played-target.ts'

const dayMs = 86_400_000
const dueAt = 1_800_000_000_000

const promises = record<DeliveryPromise>({
  class: constantFrom('exact', 'checked', 'asked'),
  repeatableForMs: oneof(constant(0), nat(2 * dayMs)),
  settleMs: nat(600_000),
}).map((promise) => (promise.class === 'exact' ? promise : { ...promise, repeatableForMs: 0 }))

const targets = array(
  record({
    state: constantFrom(...targetStateSchema.options),
    before: nat(dayMs),
    again: nat(dayMs),
  }),
  { minLength: 1, maxLength: 4 },
)

/** Any record that a delivery may have, and any time to look at it. */
const ways = tuple(promises, targets, nat(3 * dayMs)).map(([promise, rows, passed]) => {
  const now = dueAt + passed
  return {
    now,
    way: {
      dueAt,
      promise,
      targets: rows.map(({ state, before, again }, index) => {
        const committedAt = now - Math.max(before, again)
        const wasCalled = mayBeThere({ state })
        const calledAt = now - Math.min(before, again)
        return wasCalled
          ? { index, state, committedAt, calledAt }
          : { index, state, committedAt: null, calledAt: null }
      }),
    },
  }
})

const doubtful = ['committing', 'unconfirmed', 'reconciling']

describe('the next step', () => {
  const always = (holds: (step: Step, given: { now: number; way: WayOf }) => void) =>
    assert(
      property(ways, ({ now, way }) => holds(nextStep(way, now), { now, way })),
      { numRuns: 2000 },
    )
  type WayOf = Parameters<typeof nextStep>[0]
  const targetOf = (step: Step, { targets: all }: WayOf) =>
    'index' in step ? all[step.index] : undefined

  test('[rule D14] is about the first target that is not out', () => {
    always((step, { way }) => {
      const first = way.targets.find(({ state }) => state !== 'published')
      if ('index' in step) expect(step.index).toBe(first?.index)
      if (first === undefined) expect(step).toEqual({ do: 'end' })
    })
  })

  test('[rule D3] never sends what may be there', () => {
    always((step, { way }) => {
      const target = targetOf(step, way)
      if (step.do === 'send' || step.do === 'give_up')
        expect(target !== undefined && mayBeThere(target)).toBe(false)
    })
  })

  test('[rule D6] asks of every doubt where nobody can look', () => {
    always((step, { way }) => {
      const target = way.targets.find(({ state }) => state !== 'published')
      if (way.promise.class !== 'asked' || target === undefined) return
      if (doubtful.includes(target.state)) expect(step.do).toBe('ask')
    })
  })

  test('[rule D4] repeats a call only while the network keeps its key', () => {
    always((step, { now, way }) => {
      if (step.do !== 'repeat') return
      const since = now - (targetOf(step, way)?.committedAt ?? 0)
      expect(since).toBeLessThan(way.promise.repeatableForMs - windowMarginMs)
    })
  })

  test('[rule D5] looks, and waits to look, no earlier than a call has settled', () => {
    always((step, { now, way }) => {
      const settled = (targetOf(step, way)?.calledAt ?? 0) + way.promise.settleMs
      if (step.do === 'look') expect(now).toBeGreaterThanOrEqual(settled)
      if (step.do === 'wait') expect(step.until).toBe(settled)
    })
  })

  test('[rule D7] leaves to a person what could not be cleared up in six hours', () => {
    always((step, { now, way }) => {
      const calledAt = targetOf(step, way)?.calledAt ?? now
      if (step.do === 'look') expect(now - calledAt).toBeLessThanOrEqual(lookForMs)
      if (step.do === 'ask' && way.promise.class !== 'asked')
        expect(now - calledAt).toBeGreaterThan(lookForMs)
    })
  })

  test('[rule D13] begins nothing a day late, and sends nothing of it by surprise', () => {
    always((step, { now }) => {
      if (step.do === 'send') expect(now - dueAt).toBeLessThanOrEqual(lateMaxMs)
      if (step.do === 'miss' || step.do === 'give_up')
        expect(now - dueAt).toBeGreaterThan(lateMaxMs)
    })
  })
})

describe('an error', () => {
  const kinds: readonly PublishErrorKind[] = ['not_sent', 'wait', 'rejected', 'account', 'lost']
  const failures = tuple(constantFrom(...kinds), nat(40), nat(dayMs)).map(
    ([kind, attempts, ahead]) => ({
      failure: { kind, code: 'network_failed' as const, detail: '', retryAt: dueAt + ahead },
      attempts,
    }),
  )

  test('[rule D2] leaves a doubt exactly where the call that shows it lost its answer', () => {
    assert(
      property(failures, ({ failure, attempts }) => {
        const sending = afterSending(failure, attempts, dueAt)
        expect(mayBeThere({ state: sending.target })).toBe(failure.kind === 'lost')
        const preparing = afterPreparing(failure, attempts, dueAt)
        expect(mayBeThere({ state: preparing.target })).toBe(false)
      }),
    )
  })

  test('says nothing of the post while it is looked for', () => {
    assert(
      property(failures, ({ failure, attempts }) => {
        expect(afterLooking(failure, attempts, dueAt).target).toBe('reconciling')
      }),
    )
  })

  test('[rule D10] goes on by itself, never in the past, unless a person or a no stands before it', () => {
    assert(
      property(failures, ({ failure, attempts }) => {
        for (const after of [afterPreparing, afterSending, afterLooking]) {
          const { nextAt } = after(failure, attempts, dueAt)
          const stops =
            failure.kind === 'account' || (failure.kind === 'rejected' && after !== afterLooking)
          expect(nextAt === null).toBe(stops)
          if (nextAt !== null) expect(nextAt).toBeGreaterThanOrEqual(dueAt)
        }
      }),
    )
  })
})

describe('led by the law', () => {
  test('a post is at the network at most once, and where it is said to be', () => {
    assert(
      property(
        promises,
        array(nat(2 ** 30), { minLength: 40, maxLength: 40 }),
        (promise, chance) => {
          const played = new PlayedTarget({ promise, dueAt, chance })
          played.run()
          expect(played.posts).toBeLessThanOrEqual(1)
          if (played.ending === 'published') expect(played.posts).toBe(1)
          if (played.ending === 'missed' || played.ending === 'rejected')
            expect(played.posts).toBe(0)
          expect(played.ending).not.toBe('under way')
        },
      ),
      { numRuns: 5000 },
    )
  })
})

describe('a post stands', () => {
  const states = array(constantFrom(...deliveryStateSchema.options), { maxLength: 8 })

  test('as its deliveries do, in whatever order', () => {
    assert(
      property(states, (all) => {
        expect(postStateOf(all)).toBe(postStateOf(all.toReversed()))
        expect(postStateOf(all.filter((state) => state !== 'dropped'))).toBe(postStateOf(all))
      }),
    )
  })

  test('as published exactly when all that were wanted are', () => {
    assert(
      property(states, (all) => {
        const wanted = all.filter((state: DeliveryState) => state !== 'dropped')
        const isOut = wanted.length > 0 && wanted.every((state) => state === 'published')
        expect(postStateOf(all) === 'published').toBe(isOut)
      }),
    )
  })
})
