import type { BalanceFacts } from './balance.ts'
import { cycleAt } from './cycle.ts'
import type { Instant } from './instant.ts'
import type { StoreReader } from './store.ts'

/** What a balance is computed from, and the moment that it is the balance of. */
export interface BalanceReading {
  readonly facts: BalanceFacts
  readonly at: Instant
}

/** The facts of a balance in one snapshot, for the cycle that the account has in that snapshot. */
export async function readBalanceFacts(
  reader: StoreReader,
  accountId: string,
  now: Instant,
): Promise<BalanceReading | undefined> {
  let account = await reader.account(accountId)
  let at = now
  while (account) {
    const cycleStart = cycleAt(account.allowance.anchor, at).start
    const facts = await reader.balanceFacts(accountId, { now: at, cycleStart })
    if (!facts) return undefined
    account = facts.account
    at = Math.max(now, facts.lastAt)
    // Between the two reads the anchor may have moved, and with it the cycle.
    if (cycleAt(account.allowance.anchor, at).start === cycleStart) return { facts, at }
  }
  return undefined
}
