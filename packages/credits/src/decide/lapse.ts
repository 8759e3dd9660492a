import type { Command } from '../command.ts'
import type { Journal } from '../journal.ts'
import { isLapsed, isOpen } from '../operation.ts'
import { type LapseOutcome, rejected } from '../outcome.ts'
import { endOperation } from './end-operation.ts'

export const LEASE_LAPSED = 'lease_lapsed'

/** Ends an operation whose lease is over, if it still is: it may have ended or renewed meanwhile. */
export function decideLapse(journal: Journal, command: Command<'lapse'>): LapseOutcome {
  const record = journal.operation(command.operationId)
  if (!record) return rejected('unknown_operation')
  const { operation } = record
  if (!isOpen(operation)) return { ...rejected('operation_ended'), operation }
  if (!isLapsed(operation, journal.now)) return rejected('not_lapsed')
  const ended = endOperation(journal, record, { spent: 0, reason: LEASE_LAPSED })
  return { kind: 'released', operation: ended, released: ended.released }
}
