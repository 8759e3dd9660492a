import { ModelError } from '../models/model-error.ts'
import { GenerationFailure } from './generation-kind.ts'
import { Interruption } from './interruption.ts'

/** How a generation ended without a delivery, as it is stored and shown. */
export interface Failure {
  readonly status: 'failed' | 'cancelled'
  readonly code: string
  readonly detail: string
  /** True when the cause is ours and worth an operator's look. */
  readonly unforeseen: boolean
}

export function failureFrom(error: unknown): Failure {
  if (error instanceof Interruption) return interrupted(error)
  if (error instanceof GenerationFailure || error instanceof ModelError) {
    return { status: 'failed', code: error.code, detail: error.detail, unforeseen: false }
  }
  return {
    status: 'failed',
    code: 'internal_error',
    detail: 'Something went wrong on our side while making this. Try again.',
    unforeseen: true,
  }
}

/** What a generation says whose process died under it. */
export const interruptedDetail = 'The work was interrupted before it was finished. Try again.'

function interrupted(interruption: Interruption): Failure {
  return interruption.reason === 'cancelled'
    ? {
        status: 'cancelled',
        code: 'cancelled',
        detail: 'You cancelled this before anything was made.',
        unforeseen: false,
      }
    : { status: 'failed', code: 'interrupted', detail: interruptedDetail, unforeseen: false }
}
