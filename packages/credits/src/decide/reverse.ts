import { assert } from '../assert.ts'
import type { Command } from '../command.ts'
import type { Credits } from '../credits.ts'
import { isLive } from '../grant.ts'
import type { Journal } from '../journal.ts'
import type { HoldLine, Operation, OperationRecord } from '../operation.ts'
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
  const { lines, returned } = reverseLines(journal, command, record)
  const madeGood = command.credits - returned
  const makeGoodEndsAt = madeGood > 0 ? makeGood(journal, command, madeGood) : undefined
  const reversed = record.operation.reversed + command.credits
  const operation: Operation = { ...record.operation, reversed }
  const reversal = reversalOf(journal, command, { returned, madeGood, makeGoodEndsAt })
  journal.updateOperation({ ...record, operation, lines })
  journal.recordReversal(reversal)
  return { kind: 'reversed', operation, reversal, replayed: false }
}

/** Walks the lines last drawn first; what stood in a live grant returns to it. */
function reverseLines(
  journal: Journal,
  command: Command<'reverse'>,
  record: OperationRecord,
): { readonly lines: readonly HoldLine[]; readonly returned: Credits } {
  let missing = command.credits
  let returned = 0
  const lines = record.lines.toReversed().map((line) => {
    const amount = Math.min(line.spent - line.reversed, missing)
    if (amount === 0) return line
    missing -= amount
    returned += returnToGrant(journal, command, line, amount)
    return { ...line, reversed: line.reversed + amount }
  })
  assert(missing === 0, 'A reversal must not exceed what the lines were charged.')
  return { lines: lines.toReversed(), returned }
}

function returnToGrant(
  journal: Journal,
  { operationId, actor, reason }: Command<'reverse'>,
  { grantId, settleSeq }: HoldLine,
  amount: Credits,
): Credits {
  const grant = journal.grant(grantId)
  assert(grant && settleSeq !== undefined, 'A spent line has a grant and the entry that spent it.')
  if (!isLive(grant, journal.now)) return 0
  const move = { kind: 'reverse', from: 'spent', to: 'available', corrects: settleSeq } as const
  journal.move({ ...move, grantId, amount, operationId, actor, reason })
  return amount
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
