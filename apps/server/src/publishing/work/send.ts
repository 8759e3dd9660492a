import type { Json, Receipt } from '../../networks/network-adapter.ts'
import type { TargetRow } from '../deliveries/claim-deliveries.ts'
import { afterLooking, afterPreparing, afterSending } from '../law/after-error.ts'
import { LeaseLostError } from '../lease-lost-error.ts'
import { afterFailure, failureOf } from './after-failure.ts'
import type { DeliveryWork } from './delivery-work.ts'
import { letGo, published } from './endings.ts'

/** Prepares a target and makes it visible. True: there may be more to do at once. */
export async function send(work: DeliveryWork, index: number): Promise<boolean> {
  if (work.signal.aborted) return stopped(work)
  try {
    work.note(index, { intent: await prepare(work, work.target(index)) })
  } catch (error) {
    if (error instanceof LeaseLostError) throw error
    const failure = failureOf(error, 'not_sent')
    return afterFailure(work, index, afterPreparing(failure, work.attempts, work.now()), failure)
  }
  return work.signal.aborted ? stopped(work) : call(work, index)
}

async function stopped(work: DeliveryWork): Promise<boolean> {
  await letGo(work)
  return false
}

async function prepare(work: DeliveryWork, target: TargetRow): Promise<Json> {
  const { dueAt, workspaceId } = work.delivery
  const { text, title, media } = target.content
  const replyTo = work.replyTo(target)
  return work.adapter.prepare({
    session: await work.open(),
    key: target.key,
    at: dueAt,
    content: {
      kind: target.kind,
      text,
      title,
      media: media.map((each) => work.tools.openMedia(workspaceId, each)),
    },
    ...(replyTo !== undefined && { replyTo }),
    once: (name, step) => once(work, target.index, name, step),
    signal: work.signal,
  })
}

/** What a step of the preparation gave is kept before it is used, so that nobody does it twice. */
async function once<T extends Json>(
  work: DeliveryWork,
  index: number,
  name: string,
  step: () => Promise<T>,
): Promise<T> {
  const known = work.target(index).prepared
  if (name in known) return known[name] as T
  const value = await step()
  const prepared = { ...work.target(index).prepared, [name]: value }
  await work.write({ target: { index, change: { prepared } } })
  return value
}

/** Makes the call that makes it visible, after all that it needs is durable (D2). */
export async function call(work: DeliveryWork, index: number): Promise<boolean> {
  const { committedAt, intent } = work.target(index)
  const now = work.now()
  try {
    // An account that cannot be opened has sent nothing; after this nobody can say so any more.
    await work.open()
  } catch (error) {
    const failure = failureOf(error, 'not_sent')
    const after = committedAt === null ? afterSending : afterLooking
    return afterFailure(work, index, after(failure, work.attempts, now), failure)
  }
  await work.write({
    state: 'publishing',
    target: {
      index,
      change: { state: 'committing', intent, calledAt: now, committedAt: committedAt ?? now },
    },
    events: [{ kind: 'committing', target: index }],
  })
  return publish(work, index, committedAt !== null)
}

/**
 * `isRepeated`: an earlier call may have worked. Then only what is there ends the doubt: whatever else the
 * network says now, it says nothing of that call (D4).
 */
async function publish(work: DeliveryWork, index: number, isRepeated: boolean): Promise<boolean> {
  const { key, kept, intent } = work.target(index)
  let receipt: Receipt
  try {
    receipt = await work.adapter.publish({
      session: await work.open(),
      intent: intent as Json,
      key,
      kept: (kept ?? null) as Json,
      keep: (value) => work.write({ target: { index, change: { kept: value } } }),
      // A call that makes a post visible is not cut off: its answer is worth more than haste.
      signal: new AbortController().signal,
    })
  } catch (error) {
    if (error instanceof LeaseLostError) throw error
    const failure = failureOf(error, 'lost')
    const after = isRepeated && failure.kind !== 'lost' ? afterLooking : afterSending
    return afterFailure(work, index, after(failure, work.attempts, work.now()), failure)
  }
  return keepReceipt(work, index, receipt, 'published')
}

/** It is out, by the network's own word. True: there is more of it. */
export async function keepReceipt(
  work: DeliveryWork,
  index: number,
  receipt: Receipt,
  kind: 'published' | 'found',
): Promise<boolean> {
  const { remoteId, url, requestId } = receipt
  const isLast = work.targets.every((each) => each.index === index || each.state === 'published')
  work.attempts = 0
  await work.write({
    ...(isLast && published),
    ...(index === 0 && { url }),
    attempts: 0,
    target: { index, change: { state: 'published', receipt, remoteId, url } },
    events: [{ kind, target: index, requestId }],
  })
  return !isLast
}
