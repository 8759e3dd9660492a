import type { Mismatches } from '../report/bench-report.ts'
import { withClient } from './connect.ts'

const inPlace = (place: string) => `(coalesce(sum(amount) filter (where to_place = '${place}'), 0)
  - coalesce(sum(amount) filter (where from_place = '${place}'), 0))`

/** Everything again from the entries and the operations alone, and how often it differs. */
const MISMATCHES = `with told as (
    select account_id, grant_id,
      coalesce(sum(amount) filter (where kind = 'grant'), 0) as amount,
      ${inPlace('available')} as available, ${inPlace('held')} as held,
      ${inPlace('spent')} as spent, ${inPlace('expired')} as expired
    from credits.moves group by account_id, grant_id
  ), kept as (
    select account_id, sum(held) as held, sum(spent) as spent
    from credits.grants group by account_id
  ), asked as (
    select account_id, sum(credits) filter (where state in ('held', 'running')) as held,
      sum(spent - reversed) as spent
    from credits.operations group by account_id
  )
  select
    (select count(*)::int from told full join credits.grants g using (account_id, grant_id)
      where (told.amount, told.available, told.held, told.spent, told.expired)
        is distinct from (g.amount, g.available, g.held, g.spent, g.expired)) as grants,
    (select count(*)::int from kept full join asked using (account_id)
      where (coalesce(kept.held, 0), coalesce(kept.spent, 0))
        is distinct from (coalesce(asked.held, 0), coalesce(asked.spent, 0))) as operations,
    (select count(*)::int from (select from credits.entries group by account_id
      having min(seq) <> 1 or max(seq) <> count(*)) broken) as gaps,
    (select abs(count(*) - $1)::int from credits.operations where state = 'settled') as settled`

/** `settled`: the operations that callers were told to be settled. */
export async function mismatchesIn(url: string, settled: number): Promise<Mismatches> {
  return await withClient(url, async (client) => {
    const { rows } = await client.query<Mismatches>(MISMATCHES, [settled])
    const [row] = rows
    if (row === undefined) throw new Error('The audit answered nothing.')
    return row
  })
}
