import type { Operation } from '@rheos/credits'
import type { Answered, Call } from '../../clients/history.ts'
import { type AccountCase, groupBy, isBefore } from '../account-case.ts'
import type { OperationRecord } from '../evidence.ts'
import type { Report } from '../findings.ts'

type Ender = Answered<'settle'> | Answered<'deliver'> | Answered<'release'>
type Step = Ender | Answered<'start'> | Answered<'renew'>

const RANKS: Readonly<Record<Operation['state'], number>> = {
  refused: 0,
  held: 0,
  running: 1,
  settled: 2,
  released: 2,
}

/** An operation only ever goes on. */
export function stateRank(state: Operation['state']): number {
  return RANKS[state]
}

/** What was told of an operation's life stays true, and it ends once. */
export function checkEndings(account: AccountCase, report: Report): void {
  const steps: readonly Step[] = account.answered('start', 'renew', 'settle', 'deliver', 'release')
  const holds = groupBy(account.answered('hold'), ({ asked }) => asked.operationId)
  for (const [id, calls] of groupBy(steps, ({ asked }) => asked.operationId)) {
    const record = account.records.state.operations.get(id)
    const about: Report = (rule, isSound, text) =>
      report(rule, isSound, () => `operation ${id} ${text()}: ${JSON.stringify(record)}`)
    for (const call of calls) {
      checkTold(call, record, about)
      checkKnown(call, holds.get(id) ?? [], about)
    }
    checkOrder(calls, about)
  }
  checkEndedOnce(account, report)
}

function checkTold(call: Step, record: OperationRecord | undefined, report: Report): void {
  const { answer, asked } = call
  const operation = record?.operation
  const text = () => `was answered ${JSON.stringify(answer)} to ${JSON.stringify(asked)}`
  if (answer.kind === 'settled' && 'quantity' in asked) {
    const isTrue = operation?.state === 'settled' && operation.spent === answer.spent
    report('C16', isTrue && operation.released === answer.released, text)
    report('C13', answer.spent === asked.quantity * (operation?.unitPrice ?? Number.NaN), text)
  }
  if (answer.kind === 'released') report('C16', operation?.state === 'released', text)
  if (answer.kind === 'started') report('C14', operation?.startedAt !== undefined, text)
  if (answer.kind !== 'rejected') return
  if (answer.reason === 'operation_ended' && 'operation' in answer) {
    const { state, spent, released } = answer.operation
    const isTrue = state === operation?.state && spent === operation.spent
    report('C16', isTrue && released === operation.released && isEnd(state), text)
  }
  if (answer.reason === 'quantity_out_of_range' && 'quantity' in asked) {
    const ordered = record?.request.quantity ?? 0
    report('C13', asked.quantity < 1 || ordered < asked.quantity, text)
  }
}

function isEnd(state: Operation['state']): boolean {
  return state !== 'held' && state !== 'running'
}

function checkKnown(call: Step, holds: readonly Answered<'hold'>[], report: Report): void {
  if (call.answer.kind !== 'rejected' || call.answer.reason !== 'unknown_operation') return
  const isKnown = holds.some((hold) => isBefore(hold, call) && 'replayed' in hold.answer)
  report('C27', !isKnown, () => 'was answered unknown_operation after its hold')
}

/** Nobody is told what an answer given before has made untrue. */
function checkOrder(calls: readonly Step[], report: Report): void {
  const ends = calls.filter(isEnding)
  const starts = calls.filter(({ answer }) => answer.kind === 'started')
  report('C16', starts.length <= 1, () => `was started ${starts.length} times`)
  for (const call of calls) {
    const { answer } = call
    const isOver = ends.some((end) => isBefore(end, call))
    const isTold = answer.kind === 'rejected' && answer.reason === 'operation_ended'
    report('C16', !isOver || isTold, () => `had ended and was answered ${JSON.stringify(answer)}`)
    if (answer.kind !== 'rejected' || answer.reason !== 'not_started') continue
    const isRunning = starts.some((start) => isBefore(start, call))
    report('C14', !isRunning, () => 'was running and was answered not_started')
  }
}

function isEnding({ answer }: Step): boolean {
  return answer.kind === 'settled' || answer.kind === 'released'
}

/** Somebody was told that they ended it, unless their answer was lost; and nobody else was. */
function checkEndedOnce(account: AccountCase, report: Report): void {
  const enders = account.calls('settle', 'deliver', 'release')
  const reaps = account.calls('reap')
  const isReapLost = reaps.some(isLost)
  const byId = groupBy(enders, ({ asked }) => asked.operationId)
  const reaped = groupBy(
    account.answered('reap').flatMap(({ answer }) => answer),
    ({ id }) => id,
  )
  for (const { operation } of account.records.state.operations.values()) {
    if (operation.state === 'refused') continue
    const own = byId.get(operation.id) ?? []
    const told = own.filter((call) => call.failure === undefined && isEnding(call as Step))
    const count = told.length + (reaped.get(operation.id)?.length ?? 0)
    const text = () => `${count} were told that they ended ${JSON.stringify(operation)}`
    report('C16', count <= 1, text)
    const isLapse = operation.reason === 'lease_lapsed'
    const mayBeLost = isLapse ? isReapLost : own.some(isLost)
    report('C16', count === 1 || mayBeLost || !isEnd(operation.state), text)
  }
}

function isLost({ failure, endedAt }: Call): boolean {
  return failure === 'unknown' || endedAt === Infinity
}
