import type { Credits, LedgerCommands } from '@rheos/credits'
import type { BillingFacts } from './law/billing-facts.ts'
import { verdictOf } from './law/line-verdict.ts'
import { isGood, type PaidPeriod, periodKey } from './law/paid-period.ts'
import { ownGrants } from './law/period-grants.ts'
import type { Subscription } from './subscription.ts'

/**
 * What was used of periods that are over, where the money has gone back only now: the meter explains how
 * they stood in their last moment.
 */
export async function useOfEnded(
  ledger: Pick<LedgerCommands, 'explain'>,
  accountId: string,
  recorded: Omit<BillingFacts, 'used'>,
  subscriptions: readonly Subscription[],
): Promise<ReadonlyMap<string, Credits>> {
  const used = new Map<string, Credits>()
  const facts = { ...recorded, used }
  for (const period of facts.periods) {
    if (period.end > facts.now || !isGood(period) || !isLost(period, subscriptions)) continue
    const explanation = await ledger.explain(accountId, period.end - 1)
    const own = ownGrants(period, { ...facts, grants: explanation?.grants ?? [] })
    const total = own.reduce((sum, { spent, held }) => sum + spent + held, 0)
    used.set(periodKey(period), total)
  }
  return used
}

function isLost({ lineId }: PaidPeriod, subscriptions: readonly Subscription[]): boolean {
  return subscriptions
    .flatMap(({ invoices }) => invoices)
    .some(
      (invoice) =>
        invoice.lines.some(({ id }) => id === lineId) &&
        ['refunded', 'disputed'].includes(verdictOf(invoice)),
    )
}
