import type { Account, AllowanceChange } from '../account.ts'
import type { AccountState } from '../account-state.ts'
import type { Adjustment } from '../adjustment.ts'
import { type Alerted, NOT_ALERTED } from '../alert.ts'
import { assert } from '../assert.ts'
import type { BalanceFacts } from '../balance.ts'
import type { Changes } from '../changes.ts'
import type { Credits } from '../credits.ts'
import { applyEntry, type Entry } from '../entry.ts'
import type { ExplanationFacts } from '../explanation.ts'
import { type Grant, termEndOf } from '../grant.ts'
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
  readonly adjustments: ReadonlyMap<string, Adjustment>
  readonly entries: readonly Entry[]
  readonly openOperations: number
  readonly lastAt: Instant
  readonly version: number
  readonly alerted: Alerted
}

export function emptyBook(account: Account): AccountBook {
  const [grants, operations, reversals, adjustments] = [new Map(), new Map(), new Map(), new Map()]
  const records = { grants, operations, reversals, adjustments, allowances: [], entries: [] }
  const lastAt = account.createdAt
  return { account, ...records, openOperations: 0, lastAt, version: 0, alerted: NOT_ALERTED }
}

/** The book after the changes; refuses what a database would refuse. */
export function bookAfter(book: AccountBook, changes: Changes): AccountBook {
  const { allowance } = changes
  assert(changes.version === book.version, 'Changes are appended to the version they are of.')
  assert(changes.lastAt >= book.lastAt, 'Time of an account never goes back.')
  return {
    account: allowance?.account ?? book.account,
    allowances: allowance ? [...book.allowances, ...allowance.changes] : book.allowances,
    grants: grantsAfter(book, changes),
    operations: operationsAfter(book, changes),
    reversals: recordsAfter(book.reversals, changes.reversals),
    adjustments: recordsAfter(book.adjustments, changes.adjustments),
    entries: [...book.entries, ...changes.entries],
    openOperations: changes.openOperations,
    lastAt: changes.lastAt,
    version: book.version + 1,
    alerted: changes.alerted ?? book.alerted,
  }
}

function grantsAfter(book: AccountBook, changes: Changes): ReadonlyMap<string, Grant> {
  if (changes.entries.length + changes.ended.length === 0) return book.grants
  const grants = new Map(book.grants)
  for (const grant of changes.grants) {
    assert(!grants.has(grant.id), `Grant ${grant.id} exists already.`)
    assert(!isTwin(grants, grant), 'A period has one grant.')
    grants.set(grant.id, grant)
  }
  changes.entries.forEach((entry, index) => {
    const grant = grants.get(entry.grantId)
    assert(grant, `Grant ${entry.grantId} does not exist.`)
    assert(entry.seq === book.entries.length + index + 1, 'Entries must follow one another.')
    grants.set(grant.id, applyEntry(grant, entry))
  })
  for (const { id, endsAt, earlyEnd } of changes.ended) {
    const grant = grants.get(id)
    assert(grant && earlyEnd?.insteadOf === grant.endsAt, 'A grant ends early once.')
    grants.set(id, { ...grant, endsAt, earlyEnd })
  }
  return grants
}

function isTwin(grants: ReadonlyMap<string, Grant>, { kind, startsAt }: Grant): boolean {
  if (kind !== 'allowance') return false
  return [...grants.values()].some((grant) => grant.kind === kind && grant.startsAt === startsAt)
}

function operationsAfter(
  book: AccountBook,
  changes: Changes,
): ReadonlyMap<string, OperationRecord> {
  if (changes.created.length + changes.updated.length === 0) return book.operations
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

function recordsAfter<T extends { readonly id: string }>(
  before: ReadonlyMap<string, T>,
  added: readonly T[],
): ReadonlyMap<string, T> {
  if (added.length === 0) return before
  const records = new Map(before)
  for (const record of added) {
    assert(!records.has(record.id), 'A reversal or an adjustment exists once.')
    records.set(record.id, record)
  }
  return records
}

export function operationsOf(book: AccountBook): readonly Operation[] {
  return [...book.operations.values()].map(({ operation }) => operation)
}

/** All of it: a store may load more than a command wants. */
export function stateOf(book: AccountBook): AccountState {
  const { account, grants, operations, reversals, adjustments, entries } = book
  const { openOperations, lastAt, version, alerted } = book
  const records = { account, grants, operations, reversals, adjustments }
  return { ...records, openOperations, lastSeq: entries.length, lastAt, version, alerted }
}

export function balanceFactsOf(book: AccountBook, cycleStart: Instant): BalanceFacts {
  const { account, openOperations, lastAt } = book
  const grants = [...book.grants.values()]
  const spends = spendsOf(book, { from: cycleStart, to: Infinity })
  const spentInCycle = spends.reduce((sum, { amount }) => sum + amount, 0)
  return { account, grants, openOperations, spentInCycle, lastAt }
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

export function explanationFactsOf(book: AccountBook, at: Instant): ExplanationFacts | undefined {
  const allowance = book.allowances.findLast((change) => change.at <= at)?.allowance
  if (!allowance) return undefined
  const grants = [...book.grants.values()].filter(
    (grant) => grant.startsAt <= at && at < termEndOf(grant),
  )
  const ids = new Set(grants.map(({ id }) => id))
  const entries = book.entries.filter((entry) => entry.at <= at && ids.has(entry.grantId))
  const named = new Set(entries.map(({ operationId }) => operationId))
  const operations = operationsOf(book).filter(({ id }) => named.has(id))
  return { allowance, grants, entries, operations }
}
