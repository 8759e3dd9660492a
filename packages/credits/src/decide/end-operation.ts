import type { Credits } from '../credits.ts'
import { hasEnded } from '../grant.ts'
import type { Journal } from '../journal.ts'
import { type Operation, type OperationRecord, spentByLine } from '../operation.ts'

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
  const { leaseUntil: _, ...operation } = record.operation
  const byLine = spentByLine(record.lines, spent)
  const settleSeq = spendLines(journal, record, byLine)
  releaseLines(journal, record, byLine)
  const ended: Operation = {
    ...operation,
    state: reason === undefined ? 'settled' : 'released',
    spent,
    released: operation.credits - spent,
    endedAt: journal.now,
    ...(reason !== undefined && { reason }),
  }
  journal.updateOperation({
    ...record,
    operation: ended,
    ...(settleSeq !== undefined && { settleSeq }),
  })
  return ended
}

/** Answers the `seq` of the first entry; there is none when nothing is spent. */
function spendLines(
  journal: Journal,
  record: OperationRecord,
  byLine: readonly Credits[],
): number | undefined {
  let first: number | undefined
  record.lines.forEach(({ grantId }, index) => {
    const amount = byLine[index] ?? 0
    if (amount === 0) return
    const move = { kind: 'settle', from: 'held', to: 'spent', grantId, amount } as const
    const seq = journal.move({ ...move, ...causeOf(record) })
    first ??= seq
  })
  return first
}

function releaseLines(journal: Journal, record: OperationRecord, byLine: readonly Credits[]): void {
  for (let index = record.lines.length - 1; index >= 0; index -= 1) {
    const line = record.lines[index]
    const amount = line ? line.amount - (byLine[index] ?? 0) : 0
    if (line && amount > 0) releaseLine(journal, record, line.grantId, amount)
  }
}

function releaseLine(
  journal: Journal,
  record: OperationRecord,
  grantId: string,
  amount: Credits,
): void {
  const grant = journal.grant(grantId)
  // Past its end a grant takes nothing back: the new cycle's balance must not rise above it.
  const to = grant && hasEnded(grant, journal.now) ? 'expired' : 'available'
  const move = { kind: 'release', from: 'held', to, grantId, amount } as const
  journal.move({ ...move, ...causeOf(record) })
}

function causeOf({ operation }: OperationRecord): Pick<Operation, 'actor'> & {
  readonly operationId: string
} {
  return { operationId: operation.id, actor: operation.actor }
}
