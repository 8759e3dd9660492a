import { setTimeout as wait } from 'node:timers/promises'
import { APICallError } from 'ai'
import { ModelError } from '../model-error.ts'
import { modelErrorFrom, sentences } from './model-error-from.ts'

export interface ProviderCall<Result> {
  readonly timeoutMs: number
  readonly signal: AbortSignal
  /** One try. `begun` tells that something of it has been seen, after which it is not repeated. */
  attempt(signal: AbortSignal): Promise<Result>
  readonly begun?: () => boolean
}

const retriesMax = 2
const pausesMs = [250, 1000]
/** A service that wants to be left alone for longer than this is busy, and says so at once. */
const retryAfterMsMax = 3000

/**
 * Calls a provider within one time limit for all tries. Throws a ModelError, or the reason of the
 * caller's signal when that is what ended it.
 */
export async function callProvider<Result>(call: ProviderCall<Result>): Promise<Result> {
  const deadline = AbortSignal.timeout(call.timeoutMs)
  const signal = AbortSignal.any([call.signal, deadline])
  for (let retry = 0; ; retry += 1) {
    try {
      return await call.attempt(signal)
    } catch (error) {
      const pauseMs = retry < retriesMax && !call.begun?.() ? pauseBefore(retry, error) : undefined
      const goOn = pauseMs !== undefined && (await waited(pauseMs, signal))
      if (!goOn) throw ending(error, { caller: call.signal, deadline })
    }
  }
}

function ending(
  error: unknown,
  signals: { readonly caller: AbortSignal; readonly deadline: AbortSignal },
): unknown {
  if (signals.caller.aborted) return signals.caller.reason
  if (signals.deadline.aborted)
    return new ModelError('provider_timeout', sentences.timeout, { cause: error })
  return modelErrorFrom(error)
}

/**
 * A plain 500 is not asked again: the work may have been done and billed. What never reached the
 * model (a gateway's refusal, a lost connection, a short "not now") is.
 */
function pauseBefore(retry: number, error: unknown): number | undefined {
  if (!APICallError.isInstance(error)) return undefined
  const pause = pausesMs[retry] ?? 1000
  const { statusCode } = error
  if (statusCode === undefined) return error.isRetryable ? pause : undefined
  if (statusCode === 502 || statusCode === 503 || statusCode === 504) return pause
  if (statusCode !== 429) return undefined
  const mapped = modelErrorFrom(error)
  if (mapped.code !== 'provider_busy') return undefined
  const asked = mapped.retryAfterMs ?? pause
  return asked <= retryAfterMsMax ? asked : undefined
}

async function waited(pauseMs: number, signal: AbortSignal): Promise<boolean> {
  return wait(pauseMs, true, { signal }).catch(() => false)
}
