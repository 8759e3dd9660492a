import type { Period } from '@rheos/credits'
import { dayMs } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { dayOf, searchByIndex, spentLines } from './spent-lines.ts'

/** What one day, action, member or brand cost in a period. */
export interface UsagePart {
  /** `2026-11-25`, an action of the price book or an id; empty: of no member, of no brand. */
  readonly key: string
  readonly credits: number
  /** Operations that were charged. */
  readonly uses: number
}

export type UsageDimension = 'day' | 'action' | 'member' | 'brand'
export type UsageParts = Readonly<Record<UsageDimension, readonly UsagePart[]>>

/**
 * What a period cost by each dimension, by rule C30 and to the credit: whole days come from the
 * rollup as far as it has come, the entries after it and those of the days that the period cuts
 * through come from the ledger. One statement, so that all of it is of one instant.
 */
export async function readUsage(
  database: Database,
  workspaceId: string,
  { from, to }: Period,
): Promise<UsageParts> {
  const firstWhole = Math.ceil(from / dayMs) * dayMs
  const endWhole = Math.max(Math.floor(to / dayMs) * dayMs, firstWhole)
  const values = [workspaceId, from, Math.min(firstWhole, to), Math.min(endWhole, to), to]
  const { rows } = await database.transaction(async (tx) => {
    await searchByIndex(tx)
    return tx.query(usage, values)
  })
  const of = (dimension: UsageDimension) =>
    rows.filter((row) => row['dimension'] === dimension).map(partOf)
  return { day: of('day'), action: of('action'), member: of('member'), brand: of('brand') }
}

function partOf(row: Record<string, unknown>): UsagePart {
  return { key: String(row['key']), credits: Number(row['credits']), uses: Number(row['uses']) }
}

const line = `${dayOf('spent_at')}, grant_id, action, member_id, brand_id, credits, uses`

/** What was spent in a part of a day, and what was given back of it since. */
function edge(from: string, to: string): string {
  const within = (seq: string) =>
    `${seq} >= (select credits.first_seq_at($1, ${from}::bigint))
      and ${seq} < (select credits.first_seq_at($1, ${to}::bigint))`
  return `select ${line} from (${spentLines(`e.kind = 'settle' and ${within('e.seq')}`)}) spent
    union all
    select ${line} from (${spentLines(`e.kind = 'reverse' and ${within('e.corrects')}`)}) returned`
}

/** `$2` to `$3` and `$4` to `$5` are parts of days, `$3` to `$4` whole ones. */
const usage = `with lines as (
    select day, grant_id, action, member_id, brand_id, credits, uses from studio.usage_days
      where workspace_id = $1 and day >= ${dayOf('$3::bigint')} and day < ${dayOf('$4::bigint')}
    union all
    select ${line} from (${spentLines(`e.seq > coalesce((select seq from studio.usage_marks
        where workspace_id = $1), 0)`)}) later
      where spent_at >= $3::bigint and spent_at < $4::bigint
    union all
    ${edge('$2', '$3')}
    union all
    ${edge('$4', '$5')}
  ), counted as (
    select lines.* from lines join credits.grants g
      on g.account_id = $1 and g.grant_id = lines.grant_id and g.ends_at > $2::bigint
  )
  select case when grouping(day) = 0 then 'day' when grouping(action) = 0 then 'action'
      when grouping(member_id) = 0 then 'member' else 'brand' end as dimension,
    coalesce(day::text, action, member_id, brand_id) as key,
    sum(credits) as credits, sum(uses) as uses
  from counted
  group by grouping sets ((day), (action), (member_id), (brand_id))
  order by 1, 3 desc, 2`
