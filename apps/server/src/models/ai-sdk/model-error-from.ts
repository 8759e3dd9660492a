import { APICallError } from 'ai'
import { ModelError } from '../model-error.ts'
import { retryAfterMs } from './retry-after.ts'

const refusal =
  /content[_ -]?(policy|filter)|moderation|safety|prohibited|responsible[_ -]?ai|nsfw|violat/i

export const sentences = {
  failed: 'The AI service could not finish this. Try again in a moment.',
  refused:
    'The AI service declined this request because of its content rules. Change it and try again.',
  timeout: 'The AI service took too long to answer. Try again in a moment.',
  busy: 'The AI service is busy right now. Try again in a moment.',
  unreachable: 'The AI service could not be reached. Try again in a moment.',
  broken: 'The AI service sent back something that could not be read. Try again in a moment.',
  notImage: 'The AI service sent back something that is not an image. Try again in a moment.',
  empty: 'The AI service sent back nothing. Try again, or say it in other words.',
  key: 'The AI service did not accept this studio’s key. Whoever runs the studio needs to check it.',
  quota:
    'This studio’s account at the AI service is used up. Whoever runs the studio needs to check it.',
  noEditing:
    'The AI service of this studio cannot change pictures. Draw a new one, or ask whoever runs the studio for another service.',
  setup:
    'The AI service does not know the model this studio is set to. Whoever runs the studio needs to check it.',
} as const

/** What went wrong at a provider, in the words of the product. */
export function modelErrorFrom(error: unknown): ModelError {
  if (error instanceof ModelError) return error
  if (APICallError.isInstance(error)) return fromCall(error)
  if (isTimeout(error))
    return new ModelError('provider_timeout', sentences.timeout, { cause: error })
  return new ModelError('provider_failed', sentences.failed, { cause: error })
}

function fromCall(error: APICallError): ModelError {
  const because = { cause: error }
  const status = error.statusCode
  if (status === undefined) return new ModelError('provider_failed', sentences.unreachable, because)
  // Google leaves the answer out when it blocks a prompt, which then reads as malformed.
  if (status < 400 && /"blockReason"/.test(error.responseBody ?? ''))
    return new ModelError('provider_refused', sentences.refused, because)
  if (status < 400) return new ModelError('provider_failed', sentences.broken, because)
  if (status === 429) return tooMany(error)
  if (status === 401) return new ModelError('provider_failed', sentences.key, because)
  if (status === 402) return new ModelError('provider_failed', sentences.quota, because)
  if (status < 500 && refusal.test(`${error.message} ${error.responseBody ?? ''}`))
    return new ModelError('provider_refused', sentences.refused, because)
  if (status === 403) return new ModelError('provider_failed', sentences.key, because)
  if (status === 404) return new ModelError('provider_failed', sentences.setup, because)
  if (status === 408 || status === 504)
    return new ModelError('provider_timeout', sentences.timeout, because)
  return new ModelError('provider_failed', sentences.failed, because)
}

function tooMany(error: APICallError): ModelError {
  if (/insufficient_quota|billing/i.test(error.responseBody ?? ''))
    return new ModelError('provider_failed', sentences.quota, { cause: error })
  return new ModelError('provider_busy', sentences.busy, {
    cause: error,
    retryAfterMs: retryAfterMs(error.responseHeaders, Date.now()),
  })
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError'
}
