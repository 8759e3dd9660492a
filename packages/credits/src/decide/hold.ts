import type { Command } from '../command.ts'
import { cycleAt } from '../cycle.ts'
import { isLive } from '../grant.ts'
import type { Journal } from '../journal.ts'
import {
  type HoldLine,
  type HoldRequest,
  isSameRequest,
  type Operation,
  type OperationRecord,
  type Refusal,
} from '../operation.ts'
import { type HoldOutcome, rejected } from '../outcome.ts'
import type { Moment, Policy } from '../policy.ts'
import { type Quote, quote } from '../price-book.ts'
import { drawCredits } from './draw-credits.ts'

/** Sets credits aside for an operation, or says why not. The id is looked up before all else. */
export function decideHold(
  journal: Journal,
  command: Command<'hold'>,
  context: Policy & Moment,
): HoldOutcome {
  const known = journal.operation(command.operationId)
  if (known) return answerAgain(known, command)
  const price = quote(context.priceBook, command, journal.now)
  if (!price) return rejected('unknown_action')
  const refusal = refusalOf(journal, command, price, context)
  if (refusal) return refuse(journal, command, price, refusal)
  return place(journal, command, price)
}

function answerAgain(known: OperationRecord, command: Command<'hold'>): HoldOutcome {
  if (!isSameRequest(known.request, command)) return rejected('operation_conflict')
  if (known.refusal) return { kind: 'rejected', replayed: true, ...known.refusal }
  return { kind: 'held', operation: known.operation, replayed: true }
}

function refusalOf(
  journal: Journal,
  command: Command<'hold'>,
  price: Quote,
  { openOperationsMax }: Policy,
): Refusal | undefined {
  if (price.credits !== command.quote.credits) return { reason: 'price_changed', quote: price }
  if (journal.openOperations >= openOperationsMax) {
    return { reason: 'too_many_open', openMax: openOperationsMax }
  }
  return shortage(journal, price)
}

function shortage(journal: Journal, price: Quote): Refusal | undefined {
  const { now, account } = journal
  const live = journal.grants.filter((grant) => isLive(grant, now))
  const available = live.reduce((sum, grant) => sum + grant.available, 0)
  const held = live.reduce((sum, grant) => sum + grant.held, 0)
  const isPaused = account.allowance.pausesAtZero && available + held === 0
  if (!isPaused && available >= price.credits) return undefined
  return {
    reason: isPaused ? 'paused' : 'insufficient',
    price: price.credits,
    shortBy: price.credits - available,
    resetsAt: cycleAt(account.allowance.anchor, now).end,
  }
}

function place(journal: Journal, command: Command<'hold'>, price: Quote): HoldOutcome {
  const lines = drawCredits(journal, {
    credits: price.credits,
    operationId: command.operationId,
    actor: command.actor,
  })
  const operation = operationOf(journal, command, price, { state: 'held', credits: price.credits })
  journal.createOperation(recordOf(command, operation, lines))
  return { kind: 'held', operation, replayed: false }
}

function refuse(
  journal: Journal,
  command: Command<'hold'>,
  price: Quote,
  refusal: Refusal,
): HoldOutcome {
  const end = {
    state: 'refused',
    credits: 0,
    endedAt: journal.now,
    reason: refusal.reason,
  } as const
  const operation = operationOf(journal, command, price, end)
  journal.createOperation({ ...recordOf(command, operation, []), refusal })
  return { kind: 'rejected', replayed: false, ...refusal }
}

function operationOf(
  journal: Journal,
  command: Command<'hold'>,
  price: Quote,
  fate: Pick<Operation, 'state' | 'credits' | 'endedAt' | 'reason'>,
): Operation {
  return {
    id: command.operationId,
    accountId: command.accountId,
    action: price.action,
    quantity: price.quantity,
    unitPrice: price.unitPrice,
    priceVersion: price.version,
    actor: command.actor,
    spent: 0,
    released: 0,
    reversed: 0,
    createdAt: journal.now,
    ...fate,
  }
}

function recordOf(
  command: HoldRequest,
  operation: Operation,
  lines: readonly HoldLine[],
): OperationRecord {
  const { action, quantity, requestHash } = command
  const { version, credits } = command.quote
  const request = { action, quantity, quote: { version, credits }, requestHash }
  return { operation, request, lines }
}
