import { PublishError } from '../../networks/publish-error.ts'
import { pauseAccount } from '../deliveries/pause-account.ts'
import type { Aftermath } from '../law/after-error.ts'
import { backoffMs } from '../law/limits.ts'
import { problems } from '../problem-sentences.ts'
import type { DeliveryWork } from './delivery-work.ts'
import { fail } from './endings.ts'

export type Failure = Pick<PublishError, 'kind' | 'code' | 'detail' | 'retryAt' | 'requestId'>

/** What no adapter foresaw counts as what is safest to assume where it happened. */
export function failureOf(error: unknown, kind: 'not_sent' | 'lost'): Failure {
  if (error instanceof PublishError) return error
  return {
    kind,
    code: kind === 'lost' ? 'answer_lost' : 'network_unexpected',
    detail: problems.unexpected,
    retryAt: undefined,
    requestId: undefined,
  }
}

/** Writes down what an error leaves behind. True: it goes on at once. */
export async function afterFailure(
  work: DeliveryWork,
  index: number,
  aftermath: Aftermath,
  failure: Failure,
): Promise<boolean> {
  const { target: state, problem, event, nextAt } = await afterAccount(work, aftermath, failure)
  if (state === 'rejected') {
    work.note(index, { state })
    await work.write({ target: { index, change: { state } } })
    await fail(work, index, problem)
    return false
  }
  const { requestId } = failure
  const events = [{ kind: event, target: index, detail: problem.detail, requestId }]
  work.attempts += 1
  const { attempts } = work
  if (state === 'unconfirmed') {
    // The first time it is looked into at once; a network that goes on like this is given time.
    const again = attempts > 1 ? { nextAt: work.now() + backoffMs(attempts - 1) } : {}
    await work.write({
      state,
      attempts,
      problem,
      ...again,
      target: { index, change: { state } },
      events,
    })
    return attempts === 1
  }
  await work.write({
    state: state === 'reconciling' ? 'unconfirmed' : 'waiting',
    nextAt,
    problem,
    attempts,
    target: {
      index,
      // What surely is not there may be made anew: nothing of its call counts any more.
      change: { state, ...(state === 'scheduled' && { committedAt: null, calledAt: null }) },
    },
    events,
  })
  if (failure.kind === 'wait' && nextAt !== null)
    await pauseAccount(work.tools.database, work.delivery, nextAt)
  return false
}

/** Where the account was refused, its tokens are renewed, or its people are told. */
async function afterAccount(
  work: DeliveryWork,
  aftermath: Aftermath,
  { kind, code, detail }: Failure,
): Promise<Aftermath> {
  if (kind !== 'account') return aftermath
  const { workspaceId, socialAccountId } = work.delivery
  const credentials = work.forgetSession()?.credentials
  const account = { workspaceId, socialAccountId, credentials }
  const after = await work.tools.sessions.refused(account, { code, detail })
  if (after === 'renewed') return { ...aftermath, nextAt: work.now() }
  if (after === 'lost') return aftermath
  return {
    ...aftermath,
    nextAt: work.now() + backoffMs(work.attempts),
    problem: { code: 'network_unreachable', detail: problems.notRenewed, action: 'wait' },
  }
}
