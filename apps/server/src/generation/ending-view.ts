import { type GenerationCredits, type GenerationError, problemCodeSchema } from '@rheos/contract'
import { type GenerationRecord, isOpen } from './generation-record.ts'

/** What a generation still sets aside, and what it spent and gave back. */
export function creditsView(record: GenerationRecord): GenerationCredits {
  return { held: isOpen(record) ? record.held : 0, spent: record.spent, released: record.released }
}

/** Why a generation delivered nothing; undefined when it did, or has not ended. */
export function errorView(record: GenerationRecord): GenerationError | undefined {
  if (record.errorCode === null) return undefined
  const code = problemCodeSchema.safeParse(record.errorCode)
  return {
    code: code.success ? code.data : 'internal_error',
    detail: record.errorDetail ?? 'Something went wrong on our side. Try again.',
  }
}
