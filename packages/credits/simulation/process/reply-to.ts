import { StoreError, UnwritableError } from '@rheos/credits'
import type { Asked, AskedType } from '../clients/asked.ts'
import type { Failure, Reply } from '../clients/instance.ts'
import { carryOut, UndoneError } from './carry-out.ts'
import type { FaultyProcess } from './faulty-process.ts'

/** What a client hears of what it asked. Never rejects. */
export async function replyTo<Tx extends object, T extends AskedType>(
  process: FaultyProcess<Tx>,
  asked: Asked<T>,
): Promise<Reply<T>> {
  try {
    return { kind: 'answered', answer: await carryOut(process, asked) }
  } catch (error) {
    const failure = failureOf(error)
    const text = String(error)
    return failure ? { kind: 'failed', failure, error: text } : { kind: 'shocked', error: text }
  }
}

function failureOf(error: unknown): Failure | undefined {
  if (error instanceof UndoneError) return 'undone'
  if (error instanceof UnwritableError) return 'unwritable'
  return error instanceof StoreError ? 'unknown' : undefined
}
