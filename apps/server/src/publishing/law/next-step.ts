import type { Instant } from '../../clock.ts'
import type { DeliveryPromise } from '../../networks/network-adapter.ts'
import { lateMaxMs, lookForMs, windowMarginMs } from './limits.ts'
import { mayBeThere, type Target } from './target.ts'

/** What a worker does next. `send` prepares and makes it visible; `repeat` makes the same call again. */
export type Step =
  | { readonly do: 'send'; readonly index: number }
  | { readonly do: 'repeat'; readonly index: number }
  | { readonly do: 'look'; readonly index: number }
  | { readonly do: 'wait'; readonly index: number; readonly until: Instant }
  | { readonly do: 'ask'; readonly index: number }
  | { readonly do: 'miss' }
  | { readonly do: 'give_up'; readonly index: number }
  | { readonly do: 'rest' }
  | { readonly do: 'end' }

export interface Way {
  readonly dueAt: Instant
  readonly promise: DeliveryPromise
  /** In their order: an answer is made when what it answers is there. */
  readonly targets: readonly Target[]
}

/** The next step of a delivery, from what is recorded alone (SPEC.md). */
export function nextStep({ dueAt, promise, targets }: Way, now: Instant): Step {
  const target = targets.find(({ state }) => state !== 'published')
  if (target === undefined) return { do: 'end' }
  const { index } = target
  switch (target.state) {
    case 'rejected':
    case 'needs_person':
      return { do: 'rest' }
    case 'committing':
    case 'unconfirmed':
    case 'reconciling':
      return afterDoubt(target, promise, now)
    default:
      if (now - dueAt <= lateMaxMs) return { do: 'send', index }
      return targets.some(mayBeThere) ? { do: 'give_up', index } : { do: 'miss' }
  }
}

/** The call may have worked, and nobody knows. */
function afterDoubt(target: Target, promise: DeliveryPromise, now: Instant): Step {
  const { index, committedAt, calledAt } = target
  if (committedAt === null || calledAt === null)
    throw new Error('A target is in doubt that was never sent.')
  if (promise.class === 'asked') return { do: 'ask', index }
  const repeatedForMs = Math.min(promise.repeatableForMs - windowMarginMs, lookForMs)
  if (now - committedAt < repeatedForMs) return { do: 'repeat', index }
  const settled = calledAt + promise.settleMs
  if (now < settled) return { do: 'wait', index, until: settled }
  return now - calledAt > lookForMs ? { do: 'ask', index } : { do: 'look', index }
}
