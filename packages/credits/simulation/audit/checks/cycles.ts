import type { Allowance, Instant } from '@rheos/credits'
import { monthAt } from '../../world/months.ts'
import type { AccountCase } from '../account-case.ts'
import type { Report } from '../findings.ts'
import { termEndOf } from '../replay.ts'

/** Each month that was looked at has one grant, of an allowance that somebody set. */
export function checkCycles(account: AccountCase, report: Report): void {
  const allowances = account.calls('set_allowance').map(({ asked }) => asked.allowance)
  const begun = new Set<Instant>()
  for (const grant of account.records.state.grants.values()) {
    if (grant.kind !== 'allowance') continue
    const { id, startsAt, amount, createdAt } = grant
    report(
      'C29',
      !begun.has(startsAt),
      () => `the month from ${startsAt} has a second grant, ${id}`,
    )
    begun.add(startsAt)
    const isMonthOf = (allowance: Allowance) => {
      const month = monthAt(allowance.anchor, createdAt)
      const isIt = month.startsAt === startsAt && month.endsAt === termEndOf(grant)
      return allowance.credits === amount && isIt
    }
    report('C5', allowances.some(isMonthOf), () => `${JSON.stringify(grant)} is of no month`)
  }
  checkPresent(account, report)
}

/** Looking at the account has opened the present month. */
function checkPresent({ records }: AccountCase, report: Report): void {
  const { balance, state } = records
  const month = monthAt(balance.allowance.anchor, balance.at)
  report('C5', balance.resetsAt === month.endsAt, () => `the month ends ${balance.resetsAt}`)
  if (balance.allowance.credits === 0) return
  const isOpen = [...state.grants.values()].some(
    ({ kind, startsAt }) => kind === 'allowance' && startsAt === month.startsAt,
  )
  report('C6', isOpen, () => `the month from ${month.startsAt} has no grant`)
}
