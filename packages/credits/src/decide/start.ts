import type { Command } from '../command.ts'
import type { Journal } from '../journal.ts'
import { isOpen } from '../operation.ts'
import { rejected, type StartOutcome } from '../outcome.ts'
import type { Policy } from '../policy.ts'

/** The job begins and takes its first lease. */
export function decideStart(
  journal: Journal,
  command: Command<'start'>,
  { leaseMs }: Policy,
): StartOutcome {
  const record = journal.operation(command.operationId)
  if (!record) return rejected('unknown_operation')
  const { operation } = record
  if (!isOpen(operation)) return { ...rejected('operation_ended'), operation }
  if (operation.state === 'running') return rejected('already_started')
  const leaseUntil = journal.now + leaseMs
  const started = { ...operation, state: 'running', startedAt: journal.now, leaseUntil } as const
  journal.updateOperation({ ...record, operation: started })
  return { kind: 'started', leaseUntil }
}
