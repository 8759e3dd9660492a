import type { DeliveryProblem, TargetState } from '@rheos/contract'
import type { Instant } from '../../clock.ts'
import type { PublishErrorDetails } from '../../networks/publish-error.ts'
import { backoffMs } from './limits.ts'

/** What an error leaves behind: how the target stands, and when it goes on, if it does by itself. */
export interface Aftermath {
  readonly target: TargetState
  /** Null: not by itself. */
  readonly nextAt: Instant | null
  readonly problem: DeliveryProblem
  readonly event: 'waiting' | 'rejected' | 'answer_lost' | 'not_clear'
}

type Failure = Pick<PublishErrorDetails, 'kind' | 'code' | 'detail' | 'retryAt'>

/** While nothing of it is visible: nothing can be lost, so a lost answer is as good as none. */
export function afterPreparing(failure: Failure, attempts: number, now: Instant): Aftermath {
  return afterClearError(failure, attempts, now)
}

/** After the call that makes it visible. */
export function afterSending(failure: Failure, attempts: number, now: Instant): Aftermath {
  if (failure.kind !== 'lost') return afterClearError(failure, attempts, now)
  return {
    target: 'unconfirmed',
    nextAt: now,
    problem: problemOf(failure, 'wait'),
    event: 'answer_lost',
  }
}

/** While it is looked for: whatever the network says now, it says nothing of the post. */
export function afterLooking(failure: Failure, attempts: number, now: Instant): Aftermath {
  const isAccount = failure.kind === 'account'
  return {
    target: 'reconciling',
    nextAt: isAccount ? null : (failure.retryAt ?? now + backoffMs(attempts)),
    problem: problemOf(failure, isAccount ? 'reconnect' : 'wait'),
    event: 'not_clear',
  }
}

function afterClearError(failure: Failure, attempts: number, now: Instant): Aftermath {
  switch (failure.kind) {
    case 'rejected':
      return {
        target: 'rejected',
        nextAt: null,
        problem: problemOf(failure, 'edit'),
        event: 'rejected',
      }
    case 'account':
      return {
        target: 'scheduled',
        nextAt: null,
        problem: problemOf(failure, 'reconnect'),
        event: 'waiting',
      }
    case 'wait':
    case 'not_sent':
    case 'lost':
      return {
        target: 'scheduled',
        nextAt: Math.max(now, failure.retryAt ?? now + backoffMs(attempts)),
        problem: problemOf(failure, 'wait'),
        event: 'waiting',
      }
  }
}

function problemOf({ code, detail }: Failure, action: DeliveryProblem['action']): DeliveryProblem {
  return { code, detail, action }
}
