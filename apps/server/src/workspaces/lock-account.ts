import type { Balance, LedgerCommands } from '@rheos/credits'

/**
 * Takes the meter's lock on an account until the transaction ends, and changes nothing. The meter's lock
 * comes first, before any row of the studio. Undefined: the meter does not know the account.
 */
export async function lockAccount(
  ledger: Pick<LedgerCommands, 'balance' | 'setAllowance'>,
  accountId: string,
): Promise<Balance | undefined> {
  const balance = await ledger.balance(accountId)
  if (balance === undefined) return undefined
  const { allowance } = balance
  await ledger.setAllowance({ accountId, allowance, reason: 'nothing changes' })
  return ledger.balance(accountId)
}
