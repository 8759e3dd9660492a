import type { Grant } from '@rheos/credits'
import type { Answered } from '../../clients/history.ts'
import { type AccountCase, groupBy, isBefore } from '../account-case.ts'
import type { Report } from '../findings.ts'

/** A grant ends early once, for somebody who asked for it, and takes along what it has left. */
export function checkEarlyEnds(account: AccountCase, report: Report): void {
  const asked = groupBy(account.calls('end_grant'), (call) => call.asked.grantId)
  const answered = groupBy(account.answered('end_grant'), (call) => call.asked.grantId)
  for (const grant of account.records.state.grants.values()) {
    const about: Report = (rule, isSound, text) =>
      report(rule, isSound, () => `${text()}: ${JSON.stringify(grant)}`)
    checkExpiry(account, grant, about)
    const isAsked = asked.get(grant.id)?.some((call) => isEndOf(grant, call.asked))
    about('C41', !grant.earlyEnd || isAsked === true, () => 'nobody ended it')
    checkTold(answered.get(grant.id) ?? [], grant, about)
  }
  for (const { asked: input, answer } of account.answered('end_grant')) {
    const isKnown = account.records.state.grants.has(input.grantId)
    report('C41', answer.kind !== 'ended' || isKnown, () => `${input.grantId} is not there`)
  }
}

function checkExpiry({ records }: AccountCase, grant: Grant, report: Report): void {
  const { earlyEnd, endsAt, available } = grant
  if (!earlyEnd) return
  report('C41', endsAt < earlyEnd.insteadOf && available === 0, () => 'did not end')
  const expired = records.entries.filter((e) => e.kind === 'expire' && e.grantId === grant.id)
  const isRight = expired.every(
    (entry) =>
      entry.at === endsAt &&
      entry.reason === earlyEnd.reason &&
      entry.actor.memberId === earlyEnd.actor.memberId,
  )
  report('C41', expired.length <= 1 && isRight, () => `expired by ${JSON.stringify(expired)}`)
}

function checkTold(calls: readonly Answered<'end_grant'>[], grant: Grant, report: Report): void {
  const ends = calls.filter(({ answer }) => answer.kind === 'ended')
  const firsts = calls.filter(({ answer }) => answer.kind === 'ended' && answer.changed)
  report('C41', firsts.length <= 1, () => `was ended ${firsts.length} times`)
  for (const call of ends) {
    const { answer } = call
    const isTrue = answer.kind === 'ended' && answer.grant.endsAt === grant.endsAt
    report('C41', isTrue, () => `was told ${JSON.stringify(answer)}`)
  }
  for (const call of firsts) {
    report('C41', isEndOf(grant, call.asked), () => `says nothing of ${JSON.stringify(call.asked)}`)
    report('C41', !ends.some((other) => isBefore(other, call)), () => 'was ended after its end')
  }
}

function isEndOf({ earlyEnd }: Grant, asked: Answered<'end_grant'>['asked']): boolean {
  return earlyEnd?.reason === asked.reason && earlyEnd.actor.memberId === asked.actor.memberId
}
