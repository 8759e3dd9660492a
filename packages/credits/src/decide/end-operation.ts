import type { Credits } from '../credits.ts'
import { hasEnded } from '../grant.ts'
import type { Journal } from '../journal.ts'
import type { HoldLine, Operation, OperationRecord } from '../operation.ts'

interface Ending {
  readonly spent: Credits
  readonly reason?: string
}

/** Spends in the order drawn, releases the rest last drawn first, and ends the operation: once. */
export function endOperation(
  journal: Journal,
  record: OperationRecord,
  { spent, reason }: Ending,
): Operation {
  const settled = spendLines(journal, record, spent)
  const lines = settled.toReversed().map((line) => releaseLine(journal, record, line))
  const { operation } = record
  const ended: Operation = {
    ...operation,
    state: reason === undefined ? 'settled' : 'released',
    spent,
    released: operation.credits - spent,
    endedAt: journal.now,
    ...(reason !== undefined && { reason }),
  }
  journal.updateOperation({ ...record, operation: ended, lines: lines.toReversed() })
  return ended
}

function spendLines(journal: Journal, record: OperationRecord, spent: Credits): HoldLine[] {
  let missing = spent
  return record.lines.map((line) => {
    const amount = Math.min(line.amount, missing)
    if (amount === 0) return line
    missing -= amount
    const move = { kind: 'settle', from: 'held', to: 'spent', grantId: line.grantId } as const
    const settleSeq = journal.move({ ...move, amount, ...causeOf(record) })
    return { ...line, spent: amount, settleSeq }
  })
}

function releaseLine(journal: Journal, record: OperationRecord, line: HoldLine): HoldLine {
  const amount = line.amount - line.spent
  if (amount === 0) return line
  const grant = journal.grant(line.grantId)
  // Past its end a grant takes nothing back: the new cycle's balance must not rise above it.
  const to = grant && hasEnded(grant, journal.now) ? 'expired' : 'available'
  const move = { kind: 'release', from: 'held', to, grantId: line.grantId } as const
  journal.move({ ...move, amount, ...causeOf(record) })
  return { ...line, released: amount }
}

function causeOf({ operation }: OperationRecord): Pick<Operation, 'actor'> & {
  readonly operationId: string
} {
  return { operationId: operation.id, actor: operation.actor }
}
