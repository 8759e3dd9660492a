import { type Changes, isEmpty, isVisible } from '../changes.ts'
import type { Entry } from '../entry.ts'
import type { OperationRecord } from '../operation.ts'
import { bigintArray, jsonbArray, textArray } from './binary-array.ts'

/** What the function `credits.append` takes: one array for each column, in its order. */
export function appendValues(all: readonly Changes[], transaction: string | null): unknown[] {
  const created = all.flatMap((changes) => changes.created)
  const updated = all.flatMap((changes) => changes.updated)
  const entries = all.flatMap((changes) => changes.entries)
  const changed = all.filter((changes) => !isEmpty(changes))
  const verified = all.filter(isEmpty)
  return [
    texts(verified, ({ accountId }) => accountId),
    bigints(verified, ({ version }) => version),
    ...accountColumns(changed),
    transaction,
    ...createdColumns(created),
    ...updatedColumns(updated),
    ...entryColumns(entries),
    texts(all.filter(isVisible), ({ accountId }) => accountId),
    rareRows(all),
  ]
}

const PARAMETERS = appendValues([], null).map((_, index) => `$${index + 1}`)

export const APPEND = `select credits.append(${PARAMETERS.join(', ')})`

function accountColumns(all: readonly Changes[]): unknown[] {
  return [
    texts(all, ({ accountId }) => accountId),
    bigints(all, ({ version }) => version),
    bigints(all, ({ openOperations }) => openOperations),
    bigints(all, ({ lastSeq }) => lastSeq),
    bigints(all, ({ lastAt }) => lastAt),
  ]
}

function createdColumns(records: readonly OperationRecord[]): unknown[] {
  const operations = records.map(({ operation }) => operation)
  return [
    texts(operations, ({ accountId }) => accountId),
    texts(operations, ({ id }) => id),
    texts(operations, ({ action }) => action),
    bigints(operations, ({ quantity }) => quantity),
    bigints(operations, ({ unitPrice }) => unitPrice),
    bigints(operations, ({ priceVersion }) => priceVersion),
    texts(operations, ({ state }) => state),
    bigints(operations, ({ spent }) => spent || undefined),
    bigints(operations, ({ createdAt }) => createdAt),
    bigints(operations, ({ startedAt }) => startedAt),
    bigints(operations, ({ leaseUntil }) => leaseUntil),
    bigints(operations, ({ endedAt }) => endedAt),
    texts(operations, ({ reason }) => reason),
    texts(records, ({ request }) => request.requestHash),
    bigints(records, quoteVersionOf),
    bigints(records, quoteOf),
    documents(records, ({ refusal }) => refusal),
    documents(operations, ({ actor }) => actor),
    texts(records, ({ lines }) => inner(lines.map(({ grantId }) => grantId))),
    texts(records, ({ lines }) => inner(lines.map(({ amount }) => amount))),
    bigints(records, ({ settleSeq }) => settleSeq),
  ]
}

function updatedColumns(records: readonly OperationRecord[]): unknown[] {
  const operations = records.map(({ operation }) => operation)
  return [
    texts(operations, ({ accountId }) => accountId),
    texts(operations, ({ id }) => id),
    texts(operations, ({ state }) => state),
    bigints(operations, ({ spent }) => spent || undefined),
    bigints(operations, ({ startedAt }) => startedAt),
    bigints(operations, ({ leaseUntil }) => leaseUntil),
    bigints(operations, ({ endedAt }) => endedAt),
    texts(operations, ({ reason }) => reason),
    bigints(records, ({ settleSeq }) => settleSeq),
  ]
}

function entryColumns(entries: readonly Entry[]): unknown[] {
  return [
    texts(entries, ({ accountId }) => accountId),
    bigints(entries, ({ seq }) => seq),
    bigints(entries, ({ at }) => at),
    texts(entries, storedKind),
    texts(entries, ({ grantId }) => grantId),
    bigints(entries, ({ amount }) => amount),
    texts(entries, ({ operationId }) => operationId),
    texts(entries, ({ reason }) => reason),
    documents(entries, (entry) => (isByAsker(entry) ? undefined : entry.actor)),
    bigints(entries, ({ corrects }) => corrects),
  ]
}

type Column<Row, Value> = (row: Row) => Value | undefined

function bigints<Row>(rows: readonly Row[], value: Column<Row, number>): Uint8Array {
  return bigintArray(rows.map(value))
}

function texts<Row>(rows: readonly Row[], value: Column<Row, string>): Uint8Array {
  return textArray(rows.map(value))
}

function documents<Row>(rows: readonly Row[], value: Column<Row, object>): Uint8Array {
  return jsonbArray(
    rows.map((row) => {
      const document = value(row)
      return document && JSON.stringify(document)
    }),
  )
}

/** An array within an array of rows, which PostgreSQL has only as text. */
function inner(items: readonly (string | number)[]): string | undefined {
  return items.length === 0 ? undefined : `{${items.map(element).join(',')}}`
}

function element(item: string | number): string {
  if (typeof item === 'number') return String(item)
  return `"${NEEDS_ESCAPE.test(item) ? item.replaceAll(/["\\]/g, '\\$&') : item}"`
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
