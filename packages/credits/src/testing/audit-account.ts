import { type Entry, recomputeGrants } from '../entry.ts'
import type { Ledger } from '../ledger.ts'

const ENTRIES_MAX = 100_000

/** What is wrong with an account, in sentences; nothing when it is sound. */
export async function auditAccount(
  ledger: Pick<Ledger, 'balance' | 'entries'>,
  accountId: string,
): Promise<readonly string[]> {
  const balance = await ledger.balance(accountId)
  const entries = await ledger.entries(accountId, { limit: ENTRIES_MAX })
  const numbers = recomputeGrants(entries)
  const wrong = entries.flatMap((entry, index) => outOfOrder(entry, index))
  for (const [id, { amount, available, held, spent, expired }] of numbers) {
    const whole = available + held + spent + expired === amount
    const negative = Math.min(available, held, spent, expired) < 0
    if (!whole || negative) wrong.push(`Grant ${id} does not add up by its entries.`)
  }
  for (const grant of balance?.grants ?? []) {
    const { amount, available, held, spent, expired } = grant
    const told = JSON.stringify(numbers.get(grant.id))
    const shown = JSON.stringify({ amount, available, held, spent, expired })
    if (told !== shown) wrong.push(`Grant ${grant.id} shows ${shown}, its entries ${told}.`)
  }
  return wrong
}

function outOfOrder(entry: Entry, index: number): string[] {
  return entry.seq === index + 1 ? [] : [`Entry ${entry.seq} stands at position ${index + 1}.`]
}
