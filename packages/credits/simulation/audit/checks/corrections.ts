import { isDeepStrictEqual } from 'node:util'
import type { Grant } from '@rheos/credits'
import type { Answered } from '../../clients/history.ts'
import { type AccountCase, groupBy, isBefore } from '../account-case.ts'
import type { Report } from '../findings.ts'
import { termEndOf } from '../replay.ts'

const MAKE_GOOD_MS = 30 * 86_400_000

/** Reversals give back once, where the charge came from, and never more than it was. */
export function checkReversals(account: AccountCase, report: Report): void {
  const { grants, operations, reversals } = account.records.state
  const { entries } = account.records
  const byOperation = groupBy([...reversals.values()], ({ operationId }) => operationId)
  for (const { operation } of operations.values()) {
    const own = byOperation.get(operation.id) ?? []
    const text = () => `${JSON.stringify(own)} of ${JSON.stringify(operation)}`
    report('C19', sum(own, ({ credits }) => credits) === operation.reversed, text)
    const moved = entries.filter((e) => e.kind === 'reverse' && e.operationId === operation.id)
    report('C19', sum(own, ({ returned }) => returned) === sum(moved, (e) => e.amount), text)
  }
  for (const reversal of reversals.values()) {
    const { id, credits, returned, madeGood, at } = reversal
    const text = () => JSON.stringify(reversal)
    report('C20', returned + madeGood === credits, text)
    const grant = grants.get(id)
    const isMadeGood = grant?.amount === madeGood && termEndOf(grant) === at + MAKE_GOOD_MS
    report('C20', madeGood === 0 ? grant?.kind !== 'make_good' : isMadeGood, text)
  }
  for (const grant of grants.values()) {
    report('C20', grant.kind !== 'make_good' || reversals.has(grant.id), () => `stray ${grant.id}`)
  }
  checkReverseAnswers(account, report)
}

function checkReverseAnswers(account: AccountCase, report: Report): void {
  const { reversals, grants } = account.records.state
  const settled = account
    .answered('settle', 'deliver')
    .filter(({ answer }) => answer.kind === 'settled')
  const answered = account.answered('reverse')
  for (const [id, calls] of groupBy(answered, ({ asked }) => asked.reversalId)) {
    const about: Report = (rule, isSound, text) =>
      report(rule, isSound, () => `reversal ${id}: ${text()}`)
    checkOnce(calls, 'C19', about)
    for (const call of calls) {
      const { asked, answer } = call
      const text = () => `${JSON.stringify(answer)} to ${JSON.stringify(asked)}`
      const known = reversals.get(id)
      const isSame = known?.credits === asked.credits && known.operationId === asked.operationId
      if (answer.kind === 'reversed') {
        about('C19', isSame && isDeepStrictEqual(answer.reversal, known), text)
        continue
      }
      const isDone = calls.some(
        (other) => other.answer.kind === 'reversed' && isBefore(other, call),
      )
      const isConflict = answer.reason === 'reversal_conflict'
      about('C19', !isDone || isConflict !== isSame, text)
      about('C19', !isConflict || (known ? !isSame : grants.has(id)), text)
      if (answer.reason === 'more_than_charged' && 'reversible' in answer) {
        about('C20', answer.reversible >= 0 && asked.credits > answer.reversible, text)
      }
      if (answer.reason !== 'not_settled') continue
      const isSettled = settled.some(
        (end) => end.asked.operationId === asked.operationId && isBefore(end, call),
      )
      about('C16', !isSettled, text)
    }
  }
}

/** Presents and adjustments happen once under their id, as they were asked for. */
export function checkGifts(account: AccountCase, report: Report): void {
  const { grants } = account.records.state
  for (const [id, calls] of groupBy(account.answered('grant'), ({ asked }) => asked.grantId)) {
    const about: Report = (rule, isSound, text) =>
      report(rule, isSound, () => `grant ${id}: ${text()}`)
    const known = grants.get(id)
    checkOnce(calls, 'C28', about)
    for (const call of calls) checkGiftAnswer(call, known, about)
  }
  const asked = groupBy(account.calls('grant'), (call) => call.asked.grantId)
  for (const grant of grants.values()) {
    if (grant.kind !== 'granted') continue
    const isAsked = asked.get(grant.id)?.some((call) => call.asked.credits === grant.amount)
    report('C28', isAsked === true, () => `nobody gave ${JSON.stringify(grant)}`)
  }
}

function checkGiftAnswer(
  { asked, answer }: Answered<'grant'>,
  known: Grant | undefined,
  report: Report,
): void {
  const text = () => `${JSON.stringify(answer)} to ${JSON.stringify(asked)}`
  const isSame = known?.amount === asked.credits && termEndOf(known) === asked.endsAt
  if (answer.kind === 'granted') report('C28', isSame, text)
  else if (answer.reason === 'grant_conflict') report('C28', known !== undefined && !isSame, text)
}

export function checkAdjustments(account: AccountCase, report: Report): void {
  const { adjustments } = account.records.state
  const { entries } = account.records
  const answered = account.answered('adjust')
  for (const [id, calls] of groupBy(answered, ({ asked }) => asked.adjustmentId)) {
    const about: Report = (rule, isSound, text) =>
      report(rule, isSound, () => `adjustment ${id}: ${text()}`)
    const known = adjustments.get(id)
    checkOnce(calls, 'C37', about)
    for (const { asked, answer } of calls) {
      const text = () => `${JSON.stringify(answer)} to ${JSON.stringify(asked)}`
      const isSame = known?.credits === asked.credits && known.grantId === asked.grantId
      if (answer.kind === 'adjusted') about('C37', isSame, text)
      else if ('available' in answer) about('C37', asked.credits > answer.available, text)
      else if (answer.reason === 'adjustment_conflict') about('C37', !!known && !isSame, text)
    }
  }
  const taken = entries.filter(({ kind }) => kind === 'adjust')
  const isSame =
    sum([...adjustments.values()], ({ credits }) => credits) === sum(taken, (e) => e.amount)
  report('C37', isSame, () => `adjustments ${JSON.stringify([...adjustments.values()])}`)
}

/** It is told once that it was done, and from then on that it was done before. */
function checkOnce(
  calls: readonly (Answered<'grant'> | Answered<'reverse'> | Answered<'adjust'>)[],
  rule: string,
  report: Report,
): void {
  const done = calls.filter(({ answer }) => 'replayed' in answer)
  const first = done.filter(({ answer }) => 'replayed' in answer && !answer.replayed)
  report(rule, first.length <= 1, () => `was done ${first.length} times`)
  for (const call of first) {
    report(rule, !done.some((other) => isBefore(other, call)), () => 'was done after it was done')
  }
}

function sum<T>(items: readonly T[], creditsOf: (item: T) => number): number {
  return items.reduce((total, item) => total + creditsOf(item), 0)
}
