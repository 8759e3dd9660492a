import type { Command } from '../command.ts'
import type { Journal } from '../journal.ts'
import { isLapsed, isOpen } from '../operation.ts'
import { type RenewOutcome, rejected } from '../outcome.ts'
import type { Policy } from '../policy.ts'

/** A running job says that it lives. A lapsed lease is never taken up again. */
export function decideRenew(
  journal: Journal,
  command: Command<'renew'>,
  { leaseMs }: Policy,
): RenewOutcome {
  const record = journal.operation(command.operationId)
  if (!record) return rejected('unknown_operation')
  const { operation } = record
  if (!isOpen(operation)) return { ...rejected('operation_ended'), operation }
  if (operation.state === 'held') return rejected('not_started')
  if (isLapsed(operation, journal.now)) return rejected('lease_lapsed')
  // A clock that went back must not shorten what was promised.
  const leaseUntil = Math.max(operation.leaseUntil ?? 0, journal.now + leaseMs)
  journal.updateOperation({ ...record, operation: { ...operation, leaseUntil } })
  return { kind: 'renewed', leaseUntil }
}
