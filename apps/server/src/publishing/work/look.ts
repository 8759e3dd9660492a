import type { Json } from '../../networks/network-adapter.ts'
import { afterLooking } from '../law/after-error.ts'
import { backoffMs } from '../law/limits.ts'
import { LeaseLostError } from '../lease-lost-error.ts'
import { afterFailure, failureOf } from './after-failure.ts'
import type { DeliveryWork } from './delivery-work.ts'
import { letGo } from './endings.ts'
import { keepReceipt } from './send.ts'

/** Looks whether a target is there (D5). True: there may be more to do at once. */
export async function look(work: DeliveryWork, index: number): Promise<boolean> {
  if (work.signal.aborted) {
    await letGo(work)
    return false
  }
  const { key, kept, intent, committedAt } = work.target(index)
  try {
    const finding = await work.adapter.reconcile({
      session: await work.open(),
      intent: intent as Json,
      key,
      kept: (kept ?? null) as Json,
      since: committedAt ?? work.now(),
      signal: work.signal,
    })
    if (finding.found === 'unclear') return await notClear(work, index, finding.detail)
    if (finding.found === 'there') return await keepReceipt(work, index, finding.receipt, 'found')
    await notThere(work, index)
    return true
  } catch (error) {
    if (error instanceof LeaseLostError) throw error
    const failure = failureOf(error, 'not_sent')
    return afterFailure(work, index, afterLooking(failure, work.attempts, work.now()), failure)
  }
}

/** It may be made anew. */
async function notThere(work: DeliveryWork, index: number): Promise<void> {
  const change = { state: 'scheduled', committedAt: null, calledAt: null, kept: null } as const
  const events = [{ kind: 'not_found', target: index } as const]
  await work.write({ state: 'publishing', target: { index, change }, events })
}

async function notClear(work: DeliveryWork, index: number, detail: string): Promise<boolean> {
  const nextAt = work.now() + backoffMs(work.attempts)
  work.attempts += 1
  await work.write({
    state: 'unconfirmed',
    nextAt,
    attempts: work.attempts,
    target: { index, change: { state: 'reconciling' } },
    events: [{ kind: 'not_clear', target: index, detail }],
  })
  return false
}
