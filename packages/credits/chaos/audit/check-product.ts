import type { Inspector } from '../server/inspector.ts'
import type { Findings } from './findings.ts'

interface Row {
  readonly operation_id: string
  readonly account_id: string
  readonly state: string | null
  readonly finding: string
}

/** The transaction that wrote a row of the ledger last is known without its epoch. */
const ENDED = 'select *, xmin::text::bigint as written_by from credits.operations'
const IS_TOGETHER = 'o.written_by = r.written_by & 4294967295'

/** In one statement, so that all of it is of one instant. */
const FINDINGS = `with delivered as (
    ${ENDED} where state = 'settled' and action <> 'caption'
  ), lapsed as (
    ${ENDED} where state = 'released' and reason = 'lease_lapsed'
  ), findings as (
    select coalesce(o.operation_id, r.operation_id) as operation_id,
      coalesce(o.account_id, r.account_id) as account_id, o.state,
      case when r is null then 'charged without a result'
        when o is null then 'a result without a charge'
        when r.spent <> o.spent then 'a result at another price'
        else 'a result of another transaction than its charge' end as finding
    from delivered o full join product.results r using (account_id, operation_id)
    where r is null or o is null or r.spent <> o.spent or not (${IS_TOGETHER})
    union all
    select coalesce(o.operation_id, r.operation_id), coalesce(o.account_id, r.account_id), o.state,
      case when r is null then 'given back without a failure'
        when o is null then 'a failure that was not given back'
        when r.released <> o.released then 'a failure of another amount'
        else 'a failure of another transaction than its release' end
    from lapsed o full join product.failures r using (account_id, operation_id)
    where r is null or o is null or r.released <> o.released or not (${IS_TOGETHER})
  ) select * from findings limit 100`

/** Nothing is charged without its result, nothing given back without its failure, nor the other way. */
export async function checkProduct(inspector: Inspector, findings: Findings): Promise<void> {
  for (const row of await inspector.rows<Row>(FINDINGS)) {
    findings.add('C12', `${row.operation_id} of ${row.account_id} is ${row.finding}`)
  }
}
