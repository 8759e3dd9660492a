import type { AlertCondition } from '../alert.ts'
import type { Credits } from '../credits.ts'
import { cycleAt } from '../cycle.ts'
import { isLive } from '../grant.ts'
import type { Journal } from '../journal.ts'
import type { Moment, Policy } from '../policy.ts'
import { priceBookAt } from '../price-book.ts'

/** Tells what the balance has fallen to, each alert once in a cycle. */
export function raiseAlerts(journal: Journal, context: Policy & Moment): void {
  const { alerts = [] } = context
  const { allowance } = journal.account
  if (alerts.length === 0 || allowance.credits === 0) return
  const balance = balanceNow(journal)
  const cycleStart = cycleAt(allowance.anchor, journal.now).start
  const fired = journal.alerted.cycleStart === cycleStart ? journal.alerted.ids : []
  const due = alerts.filter(
    ({ id, when }) => !fired.includes(id) && isDue(when, balance, journal, context),
  )
  if (due.length === 0) return
  journal.latchAlerts({ cycleStart, ids: [...fired, ...due.map(({ id }) => id)] })
  for (const { id } of due) journal.tell({ type: 'alert', alertId: id, balance, cycleStart })
}

function balanceNow(journal: Journal): Credits {
  const live = journal.grants.filter((grant) => isLive(grant, journal.now))
  return live.reduce((sum, { available, held }) => sum + available + held, 0)
}

function isDue(
  when: AlertCondition,
  balance: Credits,
  { account, now }: Journal,
  { priceBook }: Policy,
): boolean {
  if ('left' in when) return balance <= when.left
  if ('usedPercent' in when) {
    return balance * 100 <= account.allowance.credits * (100 - when.usedPercent)
  }
  const price = priceBookAt(priceBook, now).prices[when.lastOf] ?? 0
  return price <= balance && balance < 2 * price
}
