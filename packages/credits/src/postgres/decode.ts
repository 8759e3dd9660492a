import type { Account } from '../account.ts'
import type { AccountState } from '../account-state.ts'
import type { Actor } from '../actor.ts'
import type { Adjustment } from '../adjustment.ts'
import { type Alerted, NOT_ALERTED } from '../alert.ts'
import type { Allowance } from '../allowance.ts'
import { assert } from '../assert.ts'
import type { Entry, EntryKind } from '../entry.ts'
import { assertConserved, type EarlyEnd, type Grant, type GrantKind, type Place } from '../grant.ts'
import type { LedgerEvent, WaitingEvent } from '../ledger-event.ts'
import type {
  HoldLine,
  HoldRequest,
  Operation,
  OperationRecord,
  OperationState,
  Refusal,
} from '../operation.ts'
import type { Reversal } from '../reversal.ts'
import type { DaySpending } from '../spending.ts'

/** A row as JSON. Numbers above 2^53 arrive rounded to one that is no safe integer, and are refused. */
export type Row = Readonly<Record<string, unknown>>

export function rowsOf(value: unknown): readonly Row[] {
  assert(Array.isArray(value), 'A list of rows was expected.')
  return value as readonly Row[]
}

export function rowsAt(row: Row, key: string): readonly Row[] {
  return rowsOf(row[key])
}

export function rowAt(row: Row, key: string): Row {
  const value = row[key]
  assert(typeof value === 'object' && value !== null, `${key} must be a row.`)
  return value as Row
}

export function whole(row: Row, key: string): number {
  const value = row[key]
  assert(Number.isSafeInteger(value), `${key} must be a whole number.`)
  return value as number
}

export function text(row: Row, key: string): string {
  const value = row[key]
  assert(typeof value === 'string', `${key} must be text.`)
  return value
}

function flag(row: Row, key: string): boolean {
  const value = row[key]
  assert(typeof value === 'boolean', `${key} must be true or false.`)
  return value
}

function oneOf<T extends string>(row: Row, key: string, allowed: readonly T[]): T {
  const value = allowed.find((candidate) => candidate === row[key])
  assert(value !== undefined, `${key} has an unknown value.`)
  return value
}

/** `{ key: value }` when the row has one, `{}` when it is null. */
function optional<K extends string, T>(
  row: Row,
  key: K,
  read: (row: Row, key: K) => T,
): { readonly [P in K]?: T } {
  if (row[key] === null || row[key] === undefined) return {}
  return { [key]: read(row, key) } as { readonly [P in K]?: T }
}

const ACTOR_KEYS = ['memberId', 'brandId', 'apiKeyId'] as const

function actor(row: Row): Actor {
  const value = rowAt(row, 'actor')
  return Object.assign({}, ...ACTOR_KEYS.map((key) => optional(value, key, text)))
}

export function decodeAccount(row: Row): Account {
  return {
    id: text(row, 'id'),
    allowance: {
      credits: whole(row, 'allowanceCredits'),
      anchor: whole(row, 'allowanceAnchor'),
      pausesAtZero: flag(row, 'pausesAtZero'),
    },
    allowanceSeq: whole(row, 'allowanceSeq'),
    createdAt: whole(row, 'createdAt'),
  }
}

export function decodeState(row: Row): AccountState {
  const account = rowAt(row, 'account')
  return {
    account: decodeAccount(account),
    grants: byId(rowsAt(row, 'grants').map(decodeGrant)),
    operations: new Map(
      rowsAt(row, 'operations')
        .map(decodeOperationRecord)
        .map((record) => [record.operation.id, record]),
    ),
    reversals: byId(rowsAt(row, 'reversals').map(decodeReversal)),
    adjustments: byId(rowsAt(row, 'adjustments').map(decodeAdjustment)),
    openOperations: whole(account, 'openOperations'),
    lastSeq: whole(account, 'lastSeq'),
    lastAt: whole(account, 'lastAt'),
    version: whole(account, 'version'),
    alerted: decodeAlerted(account),
  }
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]))
}

function decodeAlerted(row: Row): Alerted {
  const ids = row['alertedIds']
  assert(Array.isArray(ids), 'alertedIds must be a list.')
  return row['alertedCycle'] === null
    ? NOT_ALERTED
    : { cycleStart: whole(row, 'alertedCycle'), ids: ids.map(String) }
}

const GRANT_KINDS = ['allowance', 'make_good', 'granted'] as const satisfies readonly GrantKind[]

export function decodeGrant(row: Row): Grant {
  const grant: Grant = {
    id: text(row, 'id'),
    accountId: text(row, 'accountId'),
    kind: oneOf(row, 'kind', GRANT_KINDS),
    amount: whole(row, 'amount'),
    available: whole(row, 'available'),
    held: whole(row, 'held'),
    spent: whole(row, 'spent'),
    expired: whole(row, 'expired'),
    startsAt: whole(row, 'startsAt'),
    endsAt: whole(row, 'endsAt'),
    createdAt: whole(row, 'createdAt'),
    reason: text(row, 'reason'),
    actor: actor(row),
    ...optional(row, 'makeGoodFor', text),
    ...optional(row, 'earlyEnd', (from, key) => decodeEarlyEnd(rowAt(from, key))),
  }
  assertConserved(grant)
  return grant
}

function decodeEarlyEnd(row: Row): EarlyEnd {
  return { insteadOf: whole(row, 'insteadOf'), reason: text(row, 'reason'), actor: actor(row) }
}

const STATES = [
  'held',
  'running',
  'settled',
  'released',
  'refused',
] as const satisfies readonly OperationState[]

export function decodeOperation(row: Row): Operation {
  return {
    id: text(row, 'id'),
    accountId: text(row, 'accountId'),
    action: text(row, 'action'),
    quantity: whole(row, 'quantity'),
    unitPrice: whole(row, 'unitPrice'),
    priceVersion: whole(row, 'priceVersion'),
    credits: whole(row, 'credits'),
    actor: actor(row),
    state: oneOf(row, 'state', STATES),
    spent: whole(row, 'spent'),
    released: whole(row, 'released'),
    reversed: whole(row, 'reversed'),
    createdAt: whole(row, 'createdAt'),
    ...optional(row, 'startedAt', whole),
    ...optional(row, 'leaseUntil', whole),
    ...optional(row, 'endedAt', whole),
    ...optional(row, 'reason', text),
  }
}

function decodeRequest(row: Row): HoldRequest {
  return {
    action: text(row, 'action'),
    quantity: whole(row, 'quantity'),
    quote: { version: whole(row, 'quoteVersion'), credits: whole(row, 'quoteCredits') },
    requestHash: text(row, 'requestHash'),
  }
}

/** Two columns of one row: which grants, and how much of each. */
function decodeLines(row: Row): readonly HoldLine[] {
  const { drawnGrants, drawnAmounts } = row
  assert(Array.isArray(drawnGrants) && Array.isArray(drawnAmounts), 'Lines are two lists.')
  return drawnGrants.map((grantId, index) => {
    const line = { grantId, amount: drawnAmounts[index] }
    return { grantId: text(line, 'grantId'), amount: whole(line, 'amount') }
  })
}

function decodeOperationRecord(row: Row): OperationRecord {
  return {
    operation: decodeOperation(row),
    request: decodeRequest(row),
    lines: decodeLines(row),
    ...optional(row, 'settleSeq', whole),
    // Written by this package and checked by the table: read back as it was.
    ...optional(row, 'refusal', (from, key) => from[key] as Refusal),
  }
}

function decodeReversal(row: Row): Reversal {
  return {
    id: text(row, 'id'),
    accountId: text(row, 'accountId'),
    operationId: text(row, 'operationId'),
    credits: whole(row, 'credits'),
    returned: whole(row, 'returned'),
    madeGood: whole(row, 'madeGood'),
    ...optional(row, 'makeGoodEndsAt', whole),
    reason: text(row, 'reason'),
    actor: actor(row),
    at: whole(row, 'at'),
  }
}

const PLACES = ['available', 'held', 'spent', 'expired'] as const satisfies readonly Place[]
const ENTRY_KINDS = [
  'grant',
  'hold',
  'settle',
  'release',
  'expire',
  'adjust',
  'reverse',
] as const satisfies readonly EntryKind[]

export function decodeEntry(row: Row): Entry {
  return {
    accountId: text(row, 'accountId'),
    seq: whole(row, 'seq'),
    at: whole(row, 'at'),
    kind: oneOf(row, 'kind', ENTRY_KINDS),
    grantId: text(row, 'grantId'),
    ...optional(row, 'from', (from, key) => oneOf(from, key, PLACES)),
    to: oneOf(row, 'to', PLACES),
    amount: whole(row, 'amount'),
    ...optional(row, 'reason', text),
    actor: actor(row),
    ...optional(row, 'operationId', text),
    ...optional(row, 'corrects', whole),
  }
}

function decodeAdjustment(row: Row): Adjustment {
  return {
    id: text(row, 'id'),
    accountId: text(row, 'accountId'),
    grantId: text(row, 'grantId'),
    credits: whole(row, 'credits'),
    reason: text(row, 'reason'),
    actor: actor(row),
    at: whole(row, 'at'),
  }
}

/** Written by this package: read back as it was. */
export function decodeEvent(row: Row): WaitingEvent {
  return { id: whole(row, 'id'), event: rowAt(row, 'event') as unknown as LedgerEvent }
}

export function decodeAllowance(row: Row): Allowance {
  return {
    credits: whole(row, 'credits'),
    anchor: whole(row, 'anchor'),
    pausesAtZero: flag(row, 'pausesAtZero'),
  }
}

export function decodeDay(row: Row): DaySpending {
  return { date: text(row, 'date'), credits: whole(row, 'credits') }
}
