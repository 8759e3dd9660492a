import type { AlertCondition } from '../alert.ts'
import type { Credits } from '../credits.ts'
import { cycleAt } from '../cycle.ts'
import { isLive } from '../grant.ts'
import type { Instant } from '../instant.ts'
import type { Journal } from '../journal.ts'
import type { Moment, Policy } from '../policy.ts'
import { priceBookAt } from '../price-book.ts'

/** Tells what the balance has fallen to, each alert once in a cycle. */
export function raiseAlerts(journal: Journal, context: Policy & Moment): void {
  const { alerts = [] } = context
  const { allowance } = journal.account
  const cycleStart = cycleAt(allowance.anchor, journal.now).start
  const given = givenFor(cycleStart, journal)
  if (alerts.length === 0 || given === 0) return
  const balance = balanceNow(journal)
  const fired = journal.alerted.cycleStart === cycleStart ? journal.alerted.ids : []
  const due = alerts.filter(
    ({ id, when }) => !fired.includes(id) && isDue(when, { balance, given }, journal, context),
  )
  if (due.length === 0) return
  journal.latchAlerts({ cycleStart, ids: [...fired, ...due.map(({ id }) => id)] })
  for (const { id } of due) journal.tell({ type: 'alert', alertId: id, balance, cycleStart })
}

/** What the cycle began with: the allowance may be another by now, for the next one. */
function givenFor(cycleStart: Instant, { grants }: Journal): Credits {
  const opened = grants.find(
    ({ kind, startsAt }) => kind === 'allowance' && startsAt === cycleStart,
  )
  return opened?.amount ?? 0
}

function balanceNow(journal: Journal): Credits {
  const live = journal.grants.filter((grant) => isLive(grant, journal.now))
  return live.reduce((sum, { available, held }) => sum + available + held, 0)
}

function isDue(
  when: AlertCondition,
  { balance, given }: { readonly balance: Credits; readonly given: Credits },
  { now }: Journal,
  { priceBook }: Policy,
): boolean {
  if ('left' in when) return balance <= when.left
  if ('usedPercent' in when) {
    return balance * 100 <= given * (100 - when.usedPercent)
  }
  const price = priceBookAt(priceBook, now).prices[when.lastOf] ?? 0
  return price <= balance && balance < 2 * price
}
