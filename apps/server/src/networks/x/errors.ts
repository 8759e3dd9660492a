import { z } from 'zod'
import type { NetworkAnswer } from '../http/network-answer.ts'
import { errorFromAnswer } from '../http/publish-error-from.ts'
import type { CallFacts } from '../network-calls.ts'
import { PublishError, type PublishErrorDetails } from '../publish-error.ts'

const problemSchema = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  type: z.string().optional(),
  errors: z.array(z.object({ message: z.string().optional() })).optional(),
})

/** What X means by an answer that is no success. */
export function xErrorFrom(answer: NetworkAnswer, facts: CallFacts): PublishError {
  const problem = problemSchema.safeParse(answer.json).data
  const details =
    detailsOf(answer, facts, problem?.type ?? '') ??
    (problem === undefined ? undefined : refusalOf(answer, saidIn(problem)))
  if (details === undefined) return errorFromAnswer(answer, facts)
  return new PublishError({ ...details, requestId: answer.requestId })
}

function saidIn({ detail, errors }: z.infer<typeof problemSchema>): string {
  return [detail, ...(errors ?? []).map(({ message }) => message)].filter(Boolean).join(' ')
}

function detailsOf(
  answer: NetworkAnswer,
  { now }: CallFacts,
  type: string,
): PublishErrorDetails | undefined {
  if (answer.status === 402 || type.endsWith('/problems/credits'))
    return {
      kind: 'wait',
      code: 'rate_limited',
      detail: 'The developer account at X has no credits left: add some there. It is tried again.',
      retryAt: now + hourMs,
    }
  if (answer.status !== 429) return undefined
  if (type.endsWith('/problems/usage-capped'))
    return {
      kind: 'wait',
      code: 'rate_limited',
      detail: 'This studio has used up what X allows it this month. It is tried again.',
      retryAt: now + dayMs,
    }
  return {
    kind: 'wait',
    code: 'rate_limited',
    detail: 'X wants us to wait before the next post.',
    retryAt: openAgainAt(answer, now),
  }
}

/** Of the windows that are used up the last one to open, else what `Retry-After` says. */
function openAgainAt(answer: NetworkAnswer, now: number): number {
  const closed = ['x-rate-limit', 'x-user-limit-24hour', 'x-app-limit-24hour'].flatMap((window) => {
    const resets = Number(answer.header(`${window}-reset`)) * 1000
    const isClosed = answer.header(`${window}-remaining`) === '0'
    return isClosed && Number.isFinite(resets) ? [resets] : []
  })
  if (closed.length > 0) return Math.max(now + 1000, ...closed)
  const reset = Number(answer.header('x-rate-limit-reset')) * 1000
  if (Number.isFinite(reset) && reset > now) return reset
  return now + (answer.retryAfterMs ?? windowMs)
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** The windows of X last a quarter of an hour. */
const windowMs = 15 * 60_000

function refusalOf({ status }: NetworkAnswer, said: string): PublishErrorDetails | undefined {
  if (status !== 400 && status !== 403) return undefined
  const known = refusals.find(({ pattern }) => pattern.test(said))
  if (known !== undefined) return known.details
  if (status === 403) return undefined
  return {
    kind: 'rejected',
    code: 'content_refused',
    detail: `X refused the post: ${said.slice(0, 200) || 'it gave no reason'}`,
  }
}

const refusals: readonly { readonly pattern: RegExp; readonly details: PublishErrorDetails }[] = [
  {
    pattern: /duplicate content/i,
    details: {
      kind: 'rejected',
      code: 'duplicate_refused',
      detail: 'X refuses it because this account posted the same text before: change the text.',
    },
  },
  {
    pattern: /reply to a (tweet|post) that is deleted|not visible to you/i,
    details: {
      kind: 'rejected',
      code: 'reply_target_gone',
      detail: 'The post on X that this one answers is gone.',
    },
  },
  {
    pattern: /media/i,
    details: {
      kind: 'rejected',
      code: 'media_refused',
      detail: 'X refused a picture or video of the post: choose another one.',
    },
  },
  {
    pattern: /suspended|account is (temporarily )?locked/i,
    details: {
      kind: 'account',
      code: 'account_revoked',
      detail:
        'X has locked this account: sign in at X and see what it says, then connect it again.',
    },
  },
  {
    pattern: /not permitted to perform this action/i,
    details: {
      kind: 'rejected',
      code: 'content_refused',
      detail: 'X does not permit this post for this account; it may be too long for it.',
    },
  },
]
