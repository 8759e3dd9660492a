/** One row of each table as a JSON object with the names that the package uses. */
export const ACCOUNT_JSON = `json_build_object(
  'id', a.account_id, 'allowanceCredits', a.allowance_credits,
  'allowanceAnchor', a.allowance_anchor, 'pausesAtZero', a.pauses_at_zero,
  'allowanceSeq', a.allowance_seq, 'createdAt', a.created_at)`

export const GRANT_JSON = `json_build_object(
  'id', g.grant_id, 'accountId', g.account_id, 'kind', g.kind, 'amount', g.amount,
  'available', g.available, 'held', g.held, 'spent', g.spent, 'expired', g.expired,
  'startsAt', g.starts_at, 'endsAt', g.ends_at, 'createdAt', g.created_at,
  'reason', g.reason, 'actor', g.actor, 'makeGoodFor', g.make_good_for)`

export const OPERATION_JSON = `json_build_object(
  'id', o.operation_id, 'accountId', o.account_id, 'action', o.action, 'quantity', o.quantity,
  'unitPrice', o.unit_price, 'priceVersion', o.price_version, 'credits', o.credits,
  'actor', o.actor, 'state', o.state, 'spent', o.spent, 'released', o.released,
  'reversed', o.reversed, 'createdAt', o.created_at, 'startedAt', o.started_at,
  'leaseUntil', o.lease_until, 'endedAt', o.ended_at, 'reason', o.reason,
  'quoteVersion', o.quote_version, 'quoteCredits', o.quote_credits,
  'requestHash', o.request_hash, 'refusal', o.refusal)`

export const LINE_JSON = `json_build_object(
  'operationId', l.operation_id, 'grantId', l.grant_id, 'amount', l.amount, 'spent', l.spent,
  'released', l.released, 'reversed', l.reversed, 'settleSeq', l.settle_seq)`

export const REVERSAL_JSON = `json_build_object(
  'id', r.reversal_id, 'accountId', r.account_id, 'operationId', r.operation_id,
  'credits', r.credits, 'returned', r.returned, 'madeGood', r.made_good,
  'makeGoodEndsAt', r.make_good_ends_at, 'reason', r.reason, 'actor', r.actor, 'at', r.at)`

export const ENTRY_JSON = `json_build_object(
  'accountId', e.account_id, 'seq', e.seq, 'at', e.at, 'kind', e.kind, 'grantId', e.grant_id,
  'from', e.from_place, 'to', e.to_place, 'amount', e.amount, 'reason', e.reason,
  'actor', e.actor, 'operationId', e.operation_id, 'corrects', e.corrects)`

/** A query's rows as one JSON array, empty when there are none. */
export function jsonList(item: string, from: string): string {
  return `(select coalesce(json_agg(${item}), '[]') from ${from})`
}
