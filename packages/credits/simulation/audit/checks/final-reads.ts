import type { AccountCase } from '../account-case.ts'
import type { Report } from '../findings.ts'
import { spentSince } from './reads.ts'

/** In the end, and for moments of the past, every read agrees with the entries. */
export function checkFinalReads({ records, replay }: AccountCase, report: Report): void {
  const { balance, explanations, usage, days, state, entries } = records
  const owned = replay.ownedAt(entries.length, balance.at)
  const isBalance = owned.available === balance.available && owned.held === balance.held
  report('C4', isBalance, () => `the balance is ${JSON.stringify(balance)}`)
  for (const explanation of explanations) {
    const { at, available, held, lines } = explanation
    const count = entries.filter((entry) => entry.at <= at).length
    const then = replay.ownedAt(count, at)
    const text = () => `at ${at} it was ${JSON.stringify(then)}: ${JSON.stringify(explanation)}`
    report('C34', then.available === available && then.held === held, text)
    const told = lines.reduce((sum, { credits }) => sum + credits, 0)
    report('C34', told === explanation.balance, text)
  }
  const used = [...state.operations.values()].filter(({ operation }) => {
    return operation.state !== 'refused'
  })
  report('C30', used.length === usage.length, () => `usage lists ${usage.length} operations`)
  const spent = days.reduce((sum, { credits }) => sum + credits, 0)
  const isSpent = spent === spentSince(replay, entries.length, 0)
  report('C30', isSpent && days.every(({ credits }) => credits >= 0), () => JSON.stringify(days))
}
