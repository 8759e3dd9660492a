import { assert } from '../assert.ts'
import type { Command } from '../command.ts'
import type { Credits } from '../credits.ts'
import { isLive } from '../grant.ts'
import type { Journal } from '../journal.ts'
import { type Operation, type OperationRecord, reversedByLine, spentByLine } from '../operation.ts'
import { type ReverseOutcome, rejected } from '../outcome.ts'
import { MAKE_GOOD_MS, type Reversal } from '../reversal.ts'

/** Gives back what a fault found after settling had cost, and never more than that. */
export function decideReverse(journal: Journal, command: Command<'reverse'>): ReverseOutcome {
  const record = journal.operation(command.operationId)
  const known = journal.reversal(command.reversalId)
  if (known) return answerAgain(known, command, record)
  if (!record) return rejected('unknown_operation')
  const { operation } = record
  if (operation.state !== 'settled') return rejected('not_settled')
  if (journal.grant(command.reversalId)) return rejected('reversal_conflict')
  const reversible = operation.spent - operation.reversed
  if (command.credits > reversible) return { ...rejected('more_than_charged'), reversible }
  return giveBack(journal, command, record)
}

function answerAgain(
  known: Reversal,
  command: Command<'reverse'>,
  record: OperationRecord | undefined,
): ReverseOutcome {
  const isSame =
    known.operationId === command.operationId &&
    known.credits === command.credits &&
    known.reason === command.reason
  if (!isSame || !record) return rejected('reversal_conflict')
  return { kind: 'reversed', operation: record.operation, reversal: known, replayed: true }
}

function giveBack(
  journal: Journal,
  command: Command<'reverse'>,
  record: OperationRecord,
): ReverseOutcome {
  const returned = reverseLines(journal, command, record)
  const madeGood = command.credits - returned
  const makeGoodEndsAt = madeGood > 0 ? makeGood(journal, command, madeGood) : undefined
  const reversed = record.operation.reversed + command.credits
  const operation: Operation = { ...record.operation, reversed }
  const reversal = reversalOf(journal, command, { returned, madeGood, makeGoodEndsAt })
  journal.updateOperation({ ...record, operation })
  journal.recordReversal(reversal)
  const { reversalId, operationId, credits } = command
  journal.tell({ type: 'reversed', reversalId, operationId, credits })
  return { kind: 'reversed', operation, reversal, replayed: false }
}

/** Walks the lines last drawn first; what stood in a live grant returns to it. Answers how much did. */
function reverseLines(
  journal: Journal,
  command: Command<'reverse'>,
  { operation, lines, settleSeq }: OperationRecord,
): Credits {
  const spent = spentByLine(lines, operation.spent)
  const before = reversedByLine(spent, operation.reversed)
  const after = reversedByLine(spent, operation.reversed + command.credits)
  let returned = 0
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const amount = (after[index] ?? 0) - (before[index] ?? 0)
    const grantId = lines[index]?.grantId
    if (amount === 0 || grantId === undefined) continue
    assert(settleSeq !== undefined, 'A spent line has the entry that spent it.')
    returned += returnToGrant(journal, command, { grantId, corrects: settleSeq + index, amount })
  }
  return returned
}

function returnToGrant(
  journal: Journal,
  { operationId, actor, reason }: Command<'reverse'>,
  line: { readonly grantId: string; readonly corrects: number; readonly amount: Credits },
): Credits {
  const grant = journal.grant(line.grantId)
  assert(grant, 'A spent line has a grant.')
  if (!isLive(grant, journal.now)) return 0
  const move = { kind: 'reverse', from: 'spent', to: 'available' } as const
  journal.move({ ...move, ...line, operationId, actor, reason })
  return line.amount
}

function makeGood(journal: Journal, command: Command<'reverse'>, credits: Credits): number {
  const endsAt = journal.now + MAKE_GOOD_MS
  journal.issue({
    id: command.reversalId,
    kind: 'make_good',
    credits,
    startsAt: journal.now,
    endsAt,
    createdAt: journal.now,
    reason: command.reason,
    actor: command.actor,
    makeGoodFor: command.operationId,
  })
  return endsAt
}

function reversalOf(
  journal: Journal,
  { reversalId, accountId, operationId, credits, reason, actor }: Command<'reverse'>,
  parts: {
    readonly returned: Credits
    readonly madeGood: Credits
    readonly makeGoodEndsAt: number | undefined
  },
): Reversal {
  const { returned, madeGood, makeGoodEndsAt } = parts
  return {
    id: reversalId,
    accountId,
    operationId,
    credits,
    returned,
    madeGood,
    ...(makeGoodEndsAt !== undefined && { makeGoodEndsAt }),
    reason,
    actor,
    at: journal.now,
  }
}
