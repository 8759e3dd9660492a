import { z } from 'zod'
import { dayMs } from '../../clock.ts'
import type { NetworkAnswer } from '../http/network-answer.ts'
import { errorFromAnswer } from '../http/publish-error-from.ts'
import type { CallFacts } from '../network-calls.ts'
import { PublishError, type PublishErrorDetails } from '../publish-error.ts'

const schema = z.object({
  error: z.object({
    message: z.string().default(''),
    errors: z.array(z.object({ reason: z.string().optional() })).default([]),
  }),
})

/** YouTube says its reason in one word, whatever the status. */
export function youtubeErrorFrom(answer: NetworkAnswer, facts: CallFacts): PublishError {
  const said = schema.safeParse(answer.json).data?.error
  const reason = said?.errors[0]?.reason ?? ''
  // What a server says that failed is no clear no, whatever reason it gives.
  const details = answer.status < 500 ? detailsOf(reason, answer, facts) : undefined
  if (details !== undefined)
    return new PublishError({ cause: said, ...details, requestId: answer.requestId })
  if (answer.status !== 400 || said === undefined) return errorFromAnswer(answer, facts)
  return new PublishError({
    kind: 'rejected',
    code: 'content_refused',
    detail: `YouTube refused the video: ${said.message.slice(0, 200).replace(/\.$/, '')}.`,
    requestId: answer.requestId,
    cause: said,
  })
}

function detailsOf(
  reason: string,
  { retryAfterMs }: NetworkAnswer,
  { now }: CallFacts,
): PublishErrorDetails | undefined {
  if (/^(quotaExceeded|dailyLimitExceeded)$/.test(reason))
    return {
      kind: 'wait',
      code: 'rate_limited',
      detail: 'This studio has done as much as YouTube allows in a day. It is tried again.',
      retryAt: nextQuotaDay(now),
    }
  if (reason === 'uploadLimitExceeded')
    return {
      kind: 'wait',
      code: 'rate_limited',
      detail: 'This channel has uploaded as much as YouTube allows in a day. It is tried again.',
      retryAt: now + dayMs / 4,
    }
  if (/^(rateLimitExceeded|userRateLimitExceeded|uploadRateLimitExceeded)$/.test(reason))
    return {
      kind: 'wait',
      code: 'rate_limited',
      detail: 'YouTube wants us to wait before the next video.',
      retryAt: now + (retryAfterMs ?? 60_000),
    }
  if (reason === 'youtubeSignupRequired')
    return {
      kind: 'account',
      code: 'permission_missing',
      detail:
        'This Google account has no channel on YouTube: make one there, then connect it again.',
    }
  const words = refusals[reason]
  if (words === undefined) return undefined
  return {
    kind: 'rejected',
    code: reason === 'mediaBodyRequired' ? 'media_refused' : 'content_refused',
    detail: words,
  }
}

const refusals: Readonly<Record<string, string>> = {
  invalidTitle: 'YouTube refused the title: it must have 1 to 100 characters, and no < or >.',
  invalidDescription: 'YouTube refused the text: it must have at most 5,000 bytes, and no < or >.',
  invalidTags: 'YouTube refused the tags of the video.',
  mediaBodyRequired: 'YouTube found no video in what was sent: choose another one.',
}

/** Google counts by the day of the Pacific; eight hours behind UTC is never too early. */
function nextQuotaDay(now: number): number {
  const behindMs = 8 * 3_600_000
  return (Math.floor((now - behindMs) / dayMs) + 1) * dayMs + behindMs
}
