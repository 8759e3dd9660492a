import type { Command } from '../command.ts'
import type { Journal } from '../journal.ts'
import { isOpen } from '../operation.ts'
import { type ReleaseOutcome, rejected } from '../outcome.ts'
import { endOperation } from './end-operation.ts'

/** Nothing was delivered: all of it goes back. */
export function decideRelease(journal: Journal, command: Command<'release'>): ReleaseOutcome {
  const record = journal.operation(command.operationId)
  if (!record) return rejected('unknown_operation')
  const { operation } = record
  if (!isOpen(operation)) return { ...rejected('operation_ended'), operation }
  const ended = endOperation(journal, record, { spent: 0, reason: command.reason })
  return { kind: 'released', operation: ended, released: ended.released }
}
