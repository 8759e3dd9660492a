import { isDeepStrictEqual } from 'node:util'
import type { Answered, Call } from '../../clients/history.ts'
import { type AccountCase, groupBy, isBefore } from '../account-case.ts'
import type { OperationRecord } from '../evidence.ts'
import type { Report } from '../findings.ts'
import { stateRank } from './endings.ts'

/** One id is one operation: its request is answered the same for ever, any other is a conflict. */
export function checkHolds(account: AccountCase, report: Report): void {
  const holds = account.answered('hold')
  for (const [id, calls] of groupBy(holds, ({ asked }) => asked.operationId)) {
    const record = account.records.state.operations.get(id)
    const about: Report = (rule, isSound, text) =>
      report(rule, isSound, () => `hold ${id} ${text()}`)
    for (const call of calls) {
      if (isRequestOf(call, record)) checkAnswer(call, record, about)
      else checkOther(call, record, calls, about)
    }
    checkOnce(calls, about)
  }
}

function isRequestOf({ asked }: Call<'hold'>, record: OperationRecord | undefined): boolean {
  if (!record) return false
  const { action, quantity, requestHash, quote } = record.request
  return (
    asked.action === action &&
    asked.quantity === quantity &&
    asked.requestHash === requestHash &&
    asked.quote.version === quote.version &&
    asked.quote.credits === quote.credits
  )
}

function checkAnswer(call: Answered<'hold'>, record: OperationRecord | undefined, report: Report) {
  if (!record) return
  const { answer } = call
  const { operation, refusal } = record
  const text = () => `is ${JSON.stringify(record)} and was answered ${JSON.stringify(answer)}`
  if (answer.kind === 'held') {
    const told = answer.operation
    const isSame =
      told.credits === operation.credits &&
      told.createdAt === operation.createdAt &&
      told.priceVersion === operation.priceVersion &&
      told.unitPrice === operation.unitPrice
    report('C11', isSame && !refusal, text)
    const isPossible = stateRank(told.state) <= stateRank(operation.state)
    report('C16', isPossible, text)
    return
  }
  // Before the account was opened, it was asked in vain.
  if (answer.reason === 'unknown_account') return
  const { kind: _, replayed: __, ...told } = { replayed: undefined, ...answer }
  report('C11', isDeepStrictEqual(refusal, told), text)
}

function checkOther(
  call: Answered<'hold'>,
  record: OperationRecord | undefined,
  calls: readonly Answered<'hold'>[],
  report: Report,
): void {
  const { answer, asked } = call
  const reason = answer.kind === 'rejected' ? answer.reason : 'held'
  const text = () => `was answered ${reason} to ${JSON.stringify(asked)}`
  if (reason === 'operation_conflict') {
    report('C11', record !== undefined, text)
    return
  }
  const isTaken = calls.some((other) => isBefore(other, call) && 'replayed' in other.answer)
  const isEarly = reason === 'unknown_action' || reason === 'unknown_account'
  report('C11', isEarly && !isTaken, text)
}

function checkOnce(calls: readonly Answered<'hold'>[], report: Report): void {
  const first = calls.filter(({ answer }) => 'replayed' in answer && !answer.replayed)
  report('C11', first.length <= 1, () => `was placed ${first.length} times`)
  const known = calls.filter(({ answer }) => 'replayed' in answer)
  for (const call of first) {
    const isLate = known.some((other) => isBefore(other, call))
    report('C11', !isLate, () => 'was placed after it had been answered')
  }
}
