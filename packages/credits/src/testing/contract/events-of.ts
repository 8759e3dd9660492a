import type { Ledger } from '../../ledger.ts'
import type { LedgerEvent } from '../../ledger-event.ts'

/** Takes everything that waits, other accounts' too, and answers this account's events. */
export async function eventsOf<Tx>(
  ledger: Ledger<Tx>,
  accountId: string,
): Promise<readonly LedgerEvent[]> {
  const own: LedgerEvent[] = []
  for (;;) {
    const count = await ledger.deliver({
      limit: 1000,
      handle: async (_, events) => {
        own.push(...events.map(({ event }) => event).filter((e) => e.accountId === accountId))
      },
    })
    if (count === 0) return own
  }
}
