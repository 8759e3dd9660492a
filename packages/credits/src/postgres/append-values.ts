import { type Changes, isEmpty, isVisible } from '../changes.ts'
import type { Entry } from '../entry.ts'
import type { Operation, OperationRecord } from '../operation.ts'

/** What the function `credits.append` takes: one array for each column, in its order. */
export function appendValues(all: readonly Changes[], transaction: string | null): unknown[] {
  const created = all.flatMap((changes) => changes.created)
  const updated = all.flatMap((changes) => changes.updated)
  const entries = all.flatMap((changes) => changes.entries)
  const changed = all.filter((changes) => !isEmpty(changes))
  const verified = all.filter(isEmpty)
  return [
    column(verified, ({ accountId }) => accountId),
    column(verified, ({ version }) => version),
    ...accountColumns(changed),
    transaction,
    ...createdColumns(created),
    ...updatedColumns(updated),
    ...entryColumns(entries),
    column(all.filter(isVisible), ({ accountId }) => accountId),
    rareRows(all),
  ]
}

const PARAMETERS = appendValues([], null).map((_, index) => `$${index + 1}`)

export const APPEND = `select credits.append(${PARAMETERS.join(', ')})`

function accountColumns(all: readonly Changes[]): unknown[] {
  return [
    column(all, ({ accountId }) => accountId),
    column(all, ({ version }) => version),
    column(all, ({ openOperations }) => openOperations),
    column(all, ({ lastSeq }) => lastSeq),
    column(all, ({ lastAt }) => lastAt),
  ]
}

function createdColumns(records: readonly OperationRecord[]): unknown[] {
  const of = (value: (operation: Operation) => string | number | undefined) =>
    column(records, ({ operation }) => value(operation))
  return [
    of(({ accountId }) => accountId),
    of(({ id }) => id),
    of(({ action }) => action),
    of(({ quantity }) => quantity),
    of(({ unitPrice }) => unitPrice),
    of(({ priceVersion }) => priceVersion),
    of(({ state }) => state),
    of(({ spent }) => spent || undefined),
    of(({ createdAt }) => createdAt),
    of(({ startedAt }) => startedAt),
    of(({ leaseUntil }) => leaseUntil),
    of(({ endedAt }) => endedAt),
    of(({ reason }) => reason),
    column(records, ({ request }) => request.requestHash),
    column(records, quoteVersionOf),
    column(records, quoteOf),
    column(records, ({ refusal }) => refusal && JSON.stringify(refusal)),
    of(({ actor }) => JSON.stringify(actor)),
    column(records, ({ lines }) => inner(lines.map(({ grantId }) => grantId))),
    column(records, ({ lines }) => inner(lines.map(({ amount }) => amount))),
    column(records, ({ settleSeq }) => settleSeq),
  ]
}

function updatedColumns(records: readonly OperationRecord[]): unknown[] {
  const of = (value: (operation: Operation) => string | number | undefined) =>
    column(records, ({ operation }) => value(operation))
  return [
    of(({ accountId }) => accountId),
    of(({ id }) => id),
    of(({ state }) => state),
    of(({ spent }) => spent || undefined),
    of(({ startedAt }) => startedAt),
    of(({ leaseUntil }) => leaseUntil),
    of(({ endedAt }) => endedAt),
    of(({ reason }) => reason),
    column(records, ({ settleSeq }) => settleSeq),
  ]
}

function entryColumns(entries: readonly Entry[]): unknown[] {
  return [
    column(entries, ({ accountId }) => accountId),
    column(entries, ({ seq }) => seq),
    column(entries, ({ at }) => at),
    column(entries, storedKind),
    column(entries, ({ grantId }) => grantId),
    column(entries, ({ amount }) => amount),
    column(entries, ({ operationId }) => operationId),
    column(entries, ({ reason }) => reason),
    column(entries, (entry) => (isByAsker(entry) ? undefined : JSON.stringify(entry.actor))),
    column(entries, ({ corrects }) => corrects),
  ]
}

/**
 * As PostgreSQL writes an array; a driver does the same for any depth and type, at several times the
 * cost. Empty when no row has a value: it is read as a column of nulls.
 */
function column<Row>(
  rows: readonly Row[],
  value: (row: Row) => string | number | undefined,
): string {
  let text = ''
  let hasValue = false
  for (const row of rows) {
    const one = value(row)
    hasValue ||= one !== undefined
    text += text === '' ? element(one) : `,${element(one)}`
  }
  return hasValue ? `{${text}}` : '{}'
}

function element(value: string | number | undefined): string {
  if (value === undefined) return 'NULL'
  return typeof value === 'number' ? String(value) : quoted(value)
}

function quoted(item: string): string {
  return NEEDS_ESCAPE.test(item) ? `"${item.replaceAll(/["\\]/g, '\\$&')}"` : `"${item}"`
}

const NEEDS_ESCAPE = /["\\]/

/** Where the credits of a release go is told by its kind. */
function storedKind({ kind, to }: Entry): string {
  return kind === 'release' && to === 'expired' ? 'release_expired' : kind
}

/** Made by whoever asked for the operation, where it is read from. */
function isByAsker({ kind }: Entry): boolean {
  return kind === 'hold' || kind === 'settle' || kind === 'release'
}

function quoteVersionOf({ operation, request }: OperationRecord): number | undefined {
  return request.quote.version === operation.priceVersion ? undefined : request.quote.version
}

function quoteOf({ operation, request }: OperationRecord): number | undefined {
  const price = operation.quantity * operation.unitPrice
  return request.quote.credits === price ? undefined : request.quote.credits
}

/** An array within an array of rows, which PostgreSQL has only as text. */
function inner(items: readonly (string | number)[]): string | undefined {
  return items.length === 0 ? undefined : `{${items.map(element).join(',')}}`
}

/** Rows that few changes have. */
function rareRows(all: readonly Changes[]): string | null {
  const grants = all.flatMap((changes) => changes.grants)
  const ended = all.flatMap((changes) => changes.ended)
  const reversals = all.flatMap((changes) => changes.reversals)
  const adjustments = all.flatMap((changes) => changes.adjustments)
  const events = all.flatMap((changes) => changes.events)
  const allowances = all.flatMap(allowanceRows)
  const allowanceChanges = all.flatMap(allowanceChangeRows)
  const alerted = all.flatMap(alertedRows)
  const rows = {
    grants,
    ended,
    reversals,
    adjustments,
    events,
    allowances,
    allowanceChanges,
    alerted,
  }
  const isEmpty = Object.values(rows).every((list) => list.length === 0)
  return isEmpty ? null : JSON.stringify(rows)
}

function allowanceRows({ accountId, allowance }: Changes): readonly object[] {
  if (!allowance) return []
  const { account } = allowance
  return [{ accountId, ...account.allowance, seq: account.allowanceSeq }]
}

function allowanceChangeRows({ allowance }: Changes): readonly object[] {
  return (allowance?.changes ?? []).map(({ allowance: set, ...change }) => ({ ...set, ...change }))
}

function alertedRows({ accountId, alerted }: Changes): readonly object[] {
  return alerted ? [{ accountId, ...alerted }] : []
}
