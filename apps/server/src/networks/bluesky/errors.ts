import { z } from 'zod'
import type { NetworkAnswer } from '../http/network-answer.ts'
import type { CallFacts } from '../http/publish-error-from.ts'
import { PublishError } from '../publish-error.ts'

const errorSchema = z.object({ error: z.string(), message: z.string().default('') })

/** What an answer of a personal data server means that is no success. */
export function blueskyError(answer: NetworkAnswer, facts: CallFacts): PublishError | undefined {
  if (answer.isSuccess) return undefined
  const { data } = errorSchema.safeParse(answer.json)
  const { requestId } = answer
  switch (data?.error) {
    case 'ExpiredToken':
    case 'InvalidToken':
    case 'AuthMissing':
      return new PublishError({
        kind: 'account',
        code: 'account_expired',
        detail: 'Bluesky no longer accepts this connection: connect the account again.',
        requestId,
      })
    case 'AccountTakedown':
    case 'AccountDeactivated':
    case 'AccountSuspended':
      return new PublishError({
        kind: 'account',
        code: 'account_revoked',
        detail:
          'Bluesky says that this account is not active: look at it there, then connect it again.',
        requestId,
      })
    case 'BlobTooLarge':
      return refused(
        `Bluesky refused a picture: ${data.message || 'it is too large'}.`,
        'media_refused',
      )
    case 'InvalidRequest':
    case 'InvalidRecord':
    case 'InvalidSwap':
      if (answer.status < 500)
        return refused(`Bluesky refused the post: ${sentence(data.message)}`, 'content_refused')
      return undefined
    case 'RateLimitExceeded': {
      const resets = Number(answer.header('ratelimit-reset')) * 1000
      return new PublishError({
        kind: 'wait',
        code: 'rate_limited',
        detail: 'Bluesky wants us to wait before the next post.',
        retryAt: resets > facts.now ? resets : facts.now + 60_000,
        requestId,
      })
    }
    default:
      return undefined
  }

  function refused(detail: string, code: 'content_refused' | 'media_refused'): PublishError {
    return new PublishError({ kind: 'rejected', code, detail, requestId })
  }
}

function sentence(message: string): string {
  const tooLong = /grapheme too big \(maximum (\d+), got (\d+)\)/.exec(message)
  if (tooLong !== null)
    return `it has ${tooLong[2]} characters, and at most ${tooLong[1]} fit. Shorten it.`
  const text = message.trim().slice(0, 300)
  return text === '' ? 'it gave no reason.' : text.endsWith('.') ? text : `${text}.`
}
