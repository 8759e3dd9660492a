import { isSameAllowance } from './allowance.ts'
import type { BalanceFacts } from './balance.ts'
import { cycleAt } from './cycle.ts'
import type { Instant } from './instant.ts'
import type { StoreReader } from './store.ts'

/** The facts of a balance in one snapshot, for the cycle that the account has in that snapshot. */
export async function readBalanceFacts(
  reader: StoreReader,
  accountId: string,
  now: Instant,
): Promise<BalanceFacts | undefined> {
  let account = await reader.account(accountId)
  while (account) {
    const spentSince = cycleAt(account.allowance.anchor, now).start
    const facts = await reader.balanceFacts(accountId, { now, spentSince })
    // Between the two reads the anchor may have moved, and with it the cycle.
    if (!facts || isSameAllowance(facts.account.allowance, account.allowance)) return facts
    account = facts.account
  }
  return undefined
}
