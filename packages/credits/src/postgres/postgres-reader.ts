import type { Account } from '../account.ts'
import type { BalanceFacts } from '../balance.ts'
import { CYCLE_LENGTH_MAX_MS } from '../cycle.ts'
import type { Entry } from '../entry.ts'
import type { Instant } from '../instant.ts'
import type { Operation } from '../operation.ts'
import type { DaySpending, Period } from '../spending.ts'
import type { EntriesRequest, StoreReader } from '../store.ts'
import type { UsagePosition } from '../usage-page.ts'
import { ACCOUNT_JSON, ENTRY_JSON, GRANT_JSON, jsonList, OPERATION_JSON } from './columns.ts'
import {
  decodeAccount,
  decodeDay,
  decodeEntry,
  decodeGrant,
  decodeOperation,
  type Row,
  rowAt,
  rowsAt,
  rowsOf,
  whole,
} from './decode.ts'
import { type Queryable, readJson } from './queryable.ts'

/** The grants that a balance or a decision needs: unfinished, or of a cycle that may be present. */
export const CURRENT_GRANTS = `(g.ends_at > $2::bigint or g.available > 0 or g.held > 0
  or (g.kind = 'allowance' and g.starts_at > $2::bigint - ${CYCLE_LENGTH_MAX_MS}))`

const ACCOUNT = `select ${ACCOUNT_JSON}::text as data from credits.accounts a
  where a.account_id = $1`

/** Of an entry `e` that spends: what was not taken back since. */
const NET_SPENT = `e.amount - (select coalesce(sum(r.amount), 0) from credits.entries r
  where r.account_id = e.account_id and r.corrects = e.seq)`

const SPENT_SINCE = `(select coalesce(sum(${NET_SPENT}), 0)
  from credits.entries e join credits.grants g using (account_id, grant_id)
  where e.account_id = $1 and e.to_place = 'spent' and e.at >= $3::bigint
    and g.ends_at > $3::bigint)`

/** One statement, so that all of it is of one instant. */
const BALANCE = `select json_build_object(
  'account', ${ACCOUNT_JSON},
  'grants', ${jsonList(GRANT_JSON, `credits.grants g where g.account_id = $1 and ${CURRENT_GRANTS}`)},
  'openOperations', (select count(*) from credits.operations o
    where o.account_id = $1 and o.state in ('held', 'running')),
  'spentInCycle', ${SPENT_SINCE})::text as data
  from credits.accounts a where a.account_id = $1`

const OPERATION = `select ${OPERATION_JSON}::text as data from credits.operations o
  where o.account_id = $1 and o.operation_id = $2`

const USAGE = `select ${jsonList(
  OPERATION_JSON,
  `(select * from credits.operations
    where account_id = $1 and state <> 'refused'
      and ($3::bigint is null
        or (created_at, operation_id collate "C") < ($3::bigint, $4::text collate "C"))
    order by created_at desc, operation_id collate "C" desc limit $2) o`,
)}::text as data`

const SPENT_BY_DAY = `select ${jsonList(
  `json_build_object('date', date, 'credits', credits)`,
  `(select to_char(to_timestamp(e.at / 1000) at time zone 'UTC', 'YYYY-MM-DD') as date,
      sum(${NET_SPENT}) as credits
    from credits.entries e join credits.grants g using (account_id, grant_id)
    where e.account_id = $1 and e.to_place = 'spent' and e.at >= $2::bigint
      and e.at < $3::bigint and g.ends_at > $2::bigint
    group by 1 order by 1) days`,
)}::text as data`

const ENTRIES = `select ${jsonList(
  ENTRY_JSON,
  `(select * from credits.entries
    where account_id = $1 and ($3::bigint is null or at >= $3) and ($4::bigint is null or at < $4)
      and seq > $5::bigint
    order by seq limit $2) e`,
)}::text as data`

const LAPSED = `select ${jsonList(
  OPERATION_JSON,
  `(select * from credits.operations where state = 'running' and lease_until <= $1
    order by lease_until limit $2) o`,
)}::text as data`

export class PostgresReader implements StoreReader {
  readonly #on: Queryable

  constructor(on: Queryable) {
    this.#on = on
  }

  async account(accountId: string): Promise<Account | undefined> {
    const row = await readJson(this.#on, ACCOUNT, [accountId])
    return row ? decodeAccount(row as Row) : undefined
  }

  async balanceFacts(
    accountId: string,
    { now, spentSince }: { readonly now: Instant; readonly spentSince: Instant },
  ): Promise<BalanceFacts | undefined> {
    const row = (await readJson(this.#on, BALANCE, [accountId, now, spentSince])) as Row | undefined
    if (!row) return undefined
    return {
      account: decodeAccount(rowAt(row, 'account')),
      grants: rowsAt(row, 'grants').map(decodeGrant),
      openOperations: whole(row, 'openOperations'),
      spentInCycle: whole(row, 'spentInCycle'),
    }
  }

  async operation(accountId: string, operationId: string): Promise<Operation | undefined> {
    const row = await readJson(this.#on, OPERATION, [accountId, operationId])
    return row ? decodeOperation(row as Row) : undefined
  }

  async usage(
    accountId: string,
    { limit, after }: { readonly limit: number; readonly after?: UsagePosition },
  ): Promise<readonly Operation[]> {
    const position = [after?.createdAt ?? null, after?.operationId ?? null]
    const rows = await readJson(this.#on, USAGE, [accountId, limit, ...position])
    return rowsOf(rows).map(decodeOperation)
  }

  async spentByDay(accountId: string, { from, to }: Period): Promise<readonly DaySpending[]> {
    return rowsOf(await readJson(this.#on, SPENT_BY_DAY, [accountId, from, to])).map(decodeDay)
  }

  async entries(accountId: string, request: EntriesRequest): Promise<readonly Entry[]> {
    const { limit, from = null, to = null, after = 0 } = request
    const rows = await readJson(this.#on, ENTRIES, [accountId, limit, from, to, after])
    return rowsOf(rows).map(decodeEntry)
  }

  async lapsed(now: Instant, limit: number): Promise<readonly Operation[]> {
    return rowsOf(await readJson(this.#on, LAPSED, [now, limit])).map(decodeOperation)
  }
}
