import type { DeliveryProblem } from '@rheos/contract'
import type { Instant } from '../../clock.ts'
import type { DeliveryChange } from '../deliveries/delivery-change.ts'
import { problems } from '../problem-sentences.ts'
import type { DeliveryWork } from './delivery-work.ts'

/** All of it is out. */
export const published = {
  state: 'published',
  nextAt: null,
  ended: true,
  problem: null,
} as const satisfies DeliveryChange

export async function end(work: DeliveryWork): Promise<void> {
  await work.write(published)
}

export async function fail(
  work: DeliveryWork,
  index: number,
  problem: DeliveryProblem,
): Promise<void> {
  const detail = work.sentenceFor(index, problem.detail)
  await work.write({
    state: 'failed',
    nextAt: null,
    ended: true,
    problem: { ...problem, detail },
    events: [{ kind: 'rejected', target: index, detail: problem.detail }],
  })
}

/** It could not go on for a whole day. */
export async function giveUp(work: DeliveryWork, index: number): Promise<void> {
  const code = 'network_unreachable'
  await fail(work, index, { code, detail: problems.gaveUp, action: 'retry' })
}

/** Its time is long past, and nothing of it is out: it is not sent by surprise (D13). */
export async function miss(work: DeliveryWork): Promise<void> {
  await work.write({
    state: 'missed',
    nextAt: null,
    ended: true,
    problem: { code: 'too_late', detail: problems.missed, action: 'retry' },
    events: [{ kind: 'missed' }],
  })
}

/** No machine can tell whether it is there (D6, D7). */
export async function ask(work: DeliveryWork, index: number): Promise<void> {
  await work.write({
    state: 'needs_person',
    nextAt: null,
    problem: { code: 'answer_lost', detail: problems.asked, action: 'answer' },
    target: { index, change: { state: 'needs_person' } },
    events: [{ kind: 'asked', target: index }],
  })
}

/** It is in doubt, and too early to look. */
export async function waitToLook(work: DeliveryWork, index: number, until: Instant): Promise<void> {
  const target = { index, change: { state: 'unconfirmed' } } as const
  await work.write({ state: 'unconfirmed', nextAt: until, target })
}

/** The process stops: somebody else goes on where this one is. */
export async function letGo(work: DeliveryWork): Promise<void> {
  await work.write({ nextAt: work.now() })
}
