import type { Account, AllowanceChange } from '../account.ts'
import type { Entry } from '../entry.ts'
import type { Grant } from '../grant.ts'
import type { OperationRecord } from '../operation.ts'
import type { Reversal } from '../reversal.ts'

/** Each statement takes its rows as one JSON array, so that many cost one round trip. */
export const INSERT_ALLOWANCE_CHANGE = `insert into credits.allowance_changes
  (account_id, seq, credits, anchor, pauses_at_zero, at, reason, actor)
  values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb)`

export const UPDATE_ACCOUNT = `update credits.accounts set allowance_credits = $2,
  allowance_anchor = $3, pauses_at_zero = $4, allowance_seq = $5 where account_id = $1`

export const INSERT_ACCOUNT = `insert into credits.accounts
  (account_id, allowance_credits, allowance_anchor, pauses_at_zero, allowance_seq, created_at)
  values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning 1`

export const INSERT_GRANTS = `insert into credits.grants
  (account_id, grant_id, kind, starts_at, ends_at, created_at, reason, actor, make_good_for)
  select "accountId", "id", "kind", "startsAt", "endsAt", "createdAt", "reason", "actor",
    "makeGoodFor"
  from jsonb_to_recordset($1::jsonb) as item("accountId" text, "id" text, "kind" text,
    "startsAt" bigint, "endsAt" bigint, "createdAt" bigint, "reason" text, "actor" jsonb,
    "makeGoodFor" text)`

const OPERATION_ROW = `item("accountId" text, "id" text, "action" text, "quantity" bigint,
    "unitPrice" bigint, "priceVersion" bigint, "credits" bigint, "state" text, "spent" bigint,
    "released" bigint, "reversed" bigint, "quoteVersion" bigint, "quoteCredits" bigint,
    "requestHash" text, "refusal" jsonb, "createdAt" bigint, "startedAt" bigint,
    "leaseUntil" bigint, "endedAt" bigint, "reason" text, "actor" jsonb)`

export const INSERT_OPERATIONS = `insert into credits.operations
  (account_id, operation_id, action, quantity, unit_price, price_version, credits, state, spent,
    released, reversed, quote_version, quote_credits, request_hash, refusal, created_at,
    started_at, lease_until, ended_at, reason, actor)
  select "accountId", "id", "action", "quantity", "unitPrice", "priceVersion", "credits", "state",
    "spent", "released", "reversed", "quoteVersion", "quoteCredits", "requestHash", "refusal",
    "createdAt", "startedAt", "leaseUntil", "endedAt", "reason", "actor"
  from jsonb_to_recordset($1::jsonb) as ${OPERATION_ROW}`

export const UPDATE_OPERATIONS = `update credits.operations o set state = item."state",
    spent = item."spent", released = item."released", reversed = item."reversed",
    started_at = item."startedAt", lease_until = item."leaseUntil", ended_at = item."endedAt",
    reason = item."reason"
  from jsonb_to_recordset($1::jsonb) as ${OPERATION_ROW}
  where o.account_id = item."accountId" and o.operation_id = item."id"`

const LINE_ROW = `item("accountId" text, "operationId" text, "position" integer, "grantId" text,
    "amount" bigint, "spent" bigint, "released" bigint, "reversed" bigint, "settleSeq" bigint)`

export const INSERT_LINES = `insert into credits.hold_lines
  (account_id, operation_id, position, grant_id, amount, spent, released, reversed, settle_seq)
  select "accountId", "operationId", "position", "grantId", "amount", "spent", "released",
    "reversed", "settleSeq"
  from jsonb_to_recordset($1::jsonb) as ${LINE_ROW}`

export const UPDATE_LINES = `update credits.hold_lines l set spent = item."spent",
    released = item."released", reversed = item."reversed", settle_seq = item."settleSeq"
  from jsonb_to_recordset($1::jsonb) as ${LINE_ROW}
  where l.account_id = item."accountId" and l.operation_id = item."operationId"
    and l.position = item."position"`

export const INSERT_REVERSALS = `insert into credits.reversals
  (account_id, reversal_id, operation_id, credits, returned, made_good, make_good_ends_at, reason,
    actor, at)
  select "accountId", "id", "operationId", "credits", "returned", "madeGood", "makeGoodEndsAt",
    "reason", "actor", "at"
  from jsonb_to_recordset($1::jsonb) as item("accountId" text, "id" text, "operationId" text,
    "credits" bigint, "returned" bigint, "madeGood" bigint, "makeGoodEndsAt" bigint,
    "reason" text, "actor" jsonb, "at" bigint)`

export const INSERT_ENTRIES = `insert into credits.entries
  (account_id, seq, at, kind, grant_id, from_place, to_place, amount, reason, actor, operation_id,
    corrects)
  select "accountId", "seq", "at", "kind", "grantId", "from", "to", "amount", "reason", "actor",
    "operationId", "corrects"
  from jsonb_to_recordset($1::jsonb) as item("accountId" text, "seq" bigint, "at" bigint,
    "kind" text, "grantId" text, "from" text, "to" text, "amount" bigint, "reason" text,
    "actor" jsonb, "operationId" text, "corrects" bigint)`

export const NOTIFY = `select pg_notify('credits', $1)`

export function accountValues({ id, allowance, allowanceSeq }: Account): unknown[] {
  return [id, allowance.credits, allowance.anchor, allowance.pausesAtZero, allowanceSeq]
}

export function allowanceChangeValues(change: AllowanceChange): unknown[] {
  const { accountId, seq, allowance, at, reason, actor } = change
  const { credits, anchor, pausesAtZero } = allowance
  return [accountId, seq, credits, anchor, pausesAtZero, at, reason, JSON.stringify(actor)]
}

export function rowsJson(rows: readonly (Grant | Reversal | Entry)[]): unknown[] {
  return [JSON.stringify(rows)]
}

export function operationRows(records: readonly OperationRecord[]): unknown[] {
  const rows = records.map(({ operation, request, refusal }) => ({
    ...operation,
    quoteVersion: request.quote.version,
    quoteCredits: request.quote.credits,
    requestHash: request.requestHash,
    refusal,
  }))
  return [JSON.stringify(rows)]
}

export function lineRows(records: readonly OperationRecord[]): unknown[] {
  const rows = records.flatMap(({ operation, lines }) =>
    lines.map((line, position) => ({
      ...line,
      position,
      operationId: operation.id,
      accountId: operation.accountId,
    })),
  )
  return [JSON.stringify(rows)]
}
