import type { Command } from '../command.ts'
import type { Journal } from '../journal.ts'
import { isLapsed, isOpen } from '../operation.ts'
import { rejected, type SettleOutcome } from '../outcome.ts'
import { endOperation } from './end-operation.ts'

/** What was delivered is spent, the rest released. Late results are refused. */
export function decideSettle(journal: Journal, command: Command<'settle'>): SettleOutcome {
  const record = journal.operation(command.operationId)
  if (!record) return rejected('unknown_operation')
  const { operation } = record
  const { quantity } = command
  if (!isOpen(operation)) return { ...rejected('operation_ended'), operation }
  if (isLapsed(operation, journal.now)) return rejected('lease_lapsed')
  const isDelivery = Number.isSafeInteger(quantity) && 1 <= quantity
  if (!isDelivery || quantity > operation.quantity) return rejected('quantity_out_of_range')
  const ended = endOperation(journal, record, { spent: quantity * operation.unitPrice })
  return { kind: 'settled', operation: ended, spent: ended.spent, released: ended.released }
}
