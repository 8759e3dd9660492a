import { PublishError } from '../publish-error.ts'
import type { NetworkAnswer } from './network-answer.ts'
import { NetworkSilence } from './network-silence.ts'

/** Whether the call is the one that makes the post visible: then what is not clear is lost. */
export interface CallFacts {
  /** As people call it: “Bluesky”. */
  readonly name: string
  readonly commits: boolean
  readonly now: number
}

/** What a call that threw means; what is no silence of the network is passed on as it is. */
export function errorFromSilence(error: unknown, { name, commits }: CallFacts): unknown {
  if (!(error instanceof NetworkSilence)) return error
  const isLost = commits && error.sent
  return new PublishError({
    kind: isLost ? 'lost' : 'not_sent',
    code: isLost ? 'answer_lost' : 'network_unreachable',
    detail: isLost
      ? `${name} took the post and its answer was lost.`
      : error.reason === 'certificate'
        ? `${name} has no valid security certificate, so nothing was sent. It is tried again.`
        : `${name} could not be reached. It is tried again.`,
    cause: error,
  })
}

/**
 * What an answer that is no success means, as far as all networks agree: 429 waits, 401 is about the
 * account, a clear 4xx is a no, and everything else after a publishing call is lost. A network's own
 * `errors.ts` asks first what it knows better.
 */
export function errorFromAnswer(answer: NetworkAnswer, facts: CallFacts): PublishError {
  const { name, commits, now } = facts
  const requestId = answer.requestId
  const { status } = answer
  if (status === 429) {
    return new PublishError({
      kind: 'wait',
      code: 'rate_limited',
      detail: `${name} wants us to wait before the next post.`,
      retryAt: now + (answer.retryAfterMs ?? waitMs),
      requestId,
    })
  }
  if (status === 401) {
    return new PublishError({
      kind: 'account',
      code: 'account_expired',
      detail: `${name} no longer accepts this connection: connect the account again.`,
      requestId,
    })
  }
  if (status === 403) {
    return new PublishError({
      kind: 'account',
      code: 'permission_missing',
      detail: `${name} does not allow this account to publish: connect it again and allow it.`,
      requestId,
    })
  }
  // 408 and 425 are said by proxies that do not know what became of the call.
  if (status >= 400 && status < 500 && status !== 408 && status !== 425) {
    return new PublishError({
      kind: 'rejected',
      code: 'content_refused',
      detail: `${name} refused the post (${status}).`,
      requestId,
    })
  }
  return new PublishError({
    kind: commits ? 'lost' : 'not_sent',
    code: commits ? 'answer_lost' : status >= 500 ? 'network_failed' : 'network_unexpected',
    detail: commits
      ? `${name} gave no clear answer (${status}).`
      : `${name} does not work just now (${status}). It is tried again.`,
    requestId,
  })
}

const waitMs = 60_000
