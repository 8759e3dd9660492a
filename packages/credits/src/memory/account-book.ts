import type { Account, AllowanceChange } from '../account.ts'
import type { AccountState } from '../account-state.ts'
import { assert } from '../assert.ts'
import type { BalanceFacts } from '../balance.ts'
import type { Changes } from '../changes.ts'
import type { Credits } from '../credits.ts'
import { applyEntry, type Entry } from '../entry.ts'
import type { Grant } from '../grant.ts'
import type { Instant } from '../instant.ts'
import { isOpen, type Operation, type OperationRecord } from '../operation.ts'
import type { Reversal } from '../reversal.ts'
import type { DaySpending, Period } from '../spending.ts'

/** Everything kept of one account. Never changed in place, so that readers see whole states. */
export interface AccountBook {
  readonly account: Account
  readonly allowances: readonly AllowanceChange[]
  readonly grants: ReadonlyMap<string, Grant>
  readonly operations: ReadonlyMap<string, OperationRecord>
  readonly reversals: ReadonlyMap<string, Reversal>
  readonly entries: readonly Entry[]
}

export function emptyBook(account: Account): AccountBook {
  const [grants, operations, reversals] = [new Map(), new Map(), new Map()]
  return { account, allowances: [], grants, operations, reversals, entries: [] }
}

/** The book after the changes; refuses what a database would refuse. */
export function bookAfter(book: AccountBook, changes: Changes): AccountBook {
  const { allowance } = changes
  return {
    account: allowance?.account ?? book.account,
    allowances: allowance ? [...book.allowances, allowance.change] : book.allowances,
    grants: grantsAfter(book, changes),
    operations: operationsAfter(book, changes),
    reversals: reversalsAfter(book, changes),
    entries: [...book.entries, ...changes.entries],
  }
}

function grantsAfter(book: AccountBook, changes: Changes): ReadonlyMap<string, Grant> {
  const grants = new Map(book.grants)
  for (const grant of changes.grants) {
    assert(!grants.has(grant.id), `Grant ${grant.id} exists already.`)
    grants.set(grant.id, grant)
  }
  changes.entries.forEach((entry, index) => {
    const grant = grants.get(entry.grantId)
    assert(grant, `Grant ${entry.grantId} does not exist.`)
    assert(entry.seq === book.entries.length + index + 1, 'Entries must follow one another.')
    grants.set(grant.id, applyEntry(grant, entry))
  })
  return grants
}

function operationsAfter(
  book: AccountBook,
  changes: Changes,
): ReadonlyMap<string, OperationRecord> {
  const operations = new Map(book.operations)
  for (const record of changes.created) {
    assert(!operations.has(record.operation.id), 'An operation exists once.')
    operations.set(record.operation.id, record)
  }
  for (const record of changes.updated) {
    const before = operations.get(record.operation.id)
    assert(before, 'An operation must exist before it changes.')
    const isEnd = isOpen(before.operation) || before.operation.state === record.operation.state
    assert(isEnd, 'An operation ends once.')
    operations.set(record.operation.id, record)
  }
  return operations
}

function reversalsAfter(book: AccountBook, changes: Changes): ReadonlyMap<string, Reversal> {
  const reversals = new Map(book.reversals)
  for (const reversal of changes.reversals) {
    assert(!reversals.has(reversal.id), 'A reversal exists once.')
    reversals.set(reversal.id, reversal)
  }
  return reversals
}

export function operationsOf(book: AccountBook): readonly Operation[] {
  return [...book.operations.values()].map(({ operation }) => operation)
}

/** All of it: a store may load more than a command wants. */
export function stateOf(book: AccountBook): AccountState {
  const { account, grants, operations, reversals, entries } = book
  const openOperations = operationsOf(book).filter(isOpen).length
  return { account, grants, operations, reversals, openOperations, lastSeq: entries.length }
}

export function balanceFactsOf(book: AccountBook, spentSince: Instant): BalanceFacts {
  const { account, openOperations } = stateOf(book)
  const grants = [...book.grants.values()]
  const spends = spendsOf(book, { from: spentSince, to: Infinity })
  const spentInCycle = spends.reduce((sum, { amount }) => sum + amount, 0)
  return { account, grants, openOperations, spentInCycle }
}

/** Spending entries of the period, of grants alive in it, less what later entries took back. */
function spendsOf(book: AccountBook, { from, to }: Period): readonly Entry[] {
  return book.entries
    .filter((entry) => entry.to === 'spent' && from <= entry.at && entry.at < to)
    .filter(({ grantId }) => (book.grants.get(grantId)?.endsAt ?? 0) > from)
    .map((entry) => ({ ...entry, amount: entry.amount - takenBack(book, entry) }))
}

function takenBack(book: AccountBook, { seq }: Entry): Credits {
  const corrections = book.entries.filter(({ corrects }) => corrects === seq)
  return corrections.reduce((sum, { amount }) => sum + amount, 0)
}

export function spentByDayOf(book: AccountBook, period: Period): readonly DaySpending[] {
  const days = new Map<string, Credits>()
  for (const { at, amount } of spendsOf(book, period)) {
    const date = new Date(at).toISOString().slice(0, 10)
    days.set(date, (days.get(date) ?? 0) + amount)
  }
  return [...days].map(([date, credits]) => ({ date, credits }))
}
