import type { Transaction } from '../db/database.ts'

/**
 * What entries of the ledger did to spending: `settle` adds to the day of the entry, `reverse` takes
 * from the day of the entry that it corrects. Of entries `e`, which the condition chooses; `spent_at`
 * in milliseconds since 1970.
 */
export function spentLines(condition: string): string {
  return `select coalesce(corrected.at, e.at) as spent_at, e.grant_id, o.action,
      coalesce(o.actor ->> 'memberId', '') as member_id,
      coalesce(o.actor ->> 'brandId', '') as brand_id,
      case e.kind when 'settle' then e.amount else -e.amount end as credits,
      case when e.seq = o.settle_seq then 1 else 0 end as uses
    from credits.entries e
    join credits.operations o
      on o.account_id = e.account_id and o.operation_id = e.operation_id
    left join credits.entries corrected
      on corrected.account_id = e.account_id and corrected.seq = e.corrects
    where e.account_id = $1 and e.kind in ('settle', 'reverse') and ${condition}`
}

/** The UTC day of an instant in milliseconds since 1970. */
export function dayOf(instant: string): string {
  return `(to_timestamp(${instant} / 1000) at time zone 'UTC')::date`
}

/**
 * For the rest of the transaction: few lines are looked for among very many, by index whatever the
 * planner believes of a number that it does not know yet.
 */
export async function searchByIndex(tx: Transaction): Promise<void> {
  const settings = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin']
  await tx.query('select set_config(name, $2, true) from unnest($1::text[]) name', [
    settings,
    'off',
  ])
}
