import type {
  AccountState,
  AuditReport,
  Balance,
  DaySpending,
  Entry,
  Explanation,
  Instant,
  Ledger,
  Operation,
  Policy,
  StoreReader,
} from '@rheos/credits'
import type { Call } from '../clients/history.ts'
import type { Note } from '../process/note.ts'

export type OperationRecord =
  AccountState['operations'] extends ReadonlyMap<string, infer Record> ? Record : never

/** What is written down of an account in the end. */
export interface AccountRecords {
  readonly accountId: string
  /** All of it. */
  readonly state: AccountState
  readonly entries: readonly Entry[]
  readonly balance: Balance
  /** At the moment of the balance, and at earlier ones. */
  readonly explanations: readonly Explanation[]
  readonly usage: readonly Operation[]
  readonly days: readonly DaySpending[]
}

/** All that can be known of what happened, from outside. */
export interface Evidence {
  readonly policy: Policy
  readonly calls: readonly Call[]
  readonly notes: readonly Note[]
  readonly accounts: readonly AccountRecords[]
  readonly report: AuditReport
}

/** Where it is read what is written down. */
export interface Records {
  readonly notes: readonly Note[]
  readonly ledger: Ledger
  readonly reader: StoreReader
  readonly now: Instant
}

interface Sources extends Records {
  readonly policy: Policy
  readonly calls: readonly Call[]
}

const ALL = 100_000
/** The last instant that a date can have. */
const END_OF_TIME: Instant = 8.64e15

export async function gatherEvidence(sources: Sources, ids: readonly string[]): Promise<Evidence> {
  const { policy, calls, notes, reader } = sources
  const accounts: AccountRecords[] = []
  for (const id of ids) {
    const records = await recordsOf(sources, id)
    if (records) accounts.push(records)
  }
  return { policy, calls, notes, accounts, report: await reader.audit() }
}

async function recordsOf(
  { ledger, reader, calls, now }: Sources,
  accountId: string,
): Promise<AccountRecords | undefined> {
  const balance = await ledger.balance(accountId)
  if (!balance) return undefined
  const entries = await ledger.entries(accountId, { limit: ALL })
  const wanted = wantedBy(calls, accountId, entries)
  const [state] = await reader.states([{ accountId, wanted, now }])
  const explanations: Explanation[] = []
  for (const at of momentsOf(entries, balance.at)) {
    const explanation = await ledger.explain(accountId, at)
    if (explanation) explanations.push(explanation)
  }
  const { items } = await ledger.usage(accountId, { limit: ALL })
  const days = await ledger.spentByDay(accountId, { from: 0, to: END_OF_TIME })
  return {
    accountId,
    state: state as AccountState,
    entries,
    balance,
    explanations,
    usage: items,
    days,
  }
}

/** The end, and a few instants on the way there. */
function momentsOf(entries: readonly Entry[], end: Instant): readonly Instant[] {
  const middle = entries[Math.floor(entries.length / 2)]?.at
  const third = entries[Math.floor(entries.length / 3)]?.at
  return [end, ...(middle === undefined ? [] : [middle]), ...(third === undefined ? [] : [third])]
}

type Named = Partial<Record<'accountId' | 'operationId' | 'reversalId' | 'adjustmentId', string>>

function wantedBy(calls: readonly Call[], accountId: string, entries: readonly Entry[]) {
  const asked = calls.map((call) => call.asked as Named)
  const own = asked.filter((each) => each.accountId === accountId)
  const ids = (key: keyof Named) => [
    ...new Set(own.map((each) => each[key]).filter((id) => id !== undefined)),
  ]
  return {
    operationIds: ids('operationId'),
    reversalIds: ids('reversalId'),
    adjustmentIds: ids('adjustmentId'),
    grantIds: [...new Set(entries.map(({ grantId }) => grantId))],
  }
}
