import type { Account } from '../account.ts'
import type { AccountState } from '../account-state.ts'
import type { AuditReport } from '../audit-report.ts'
import type { BalanceFacts } from '../balance.ts'
import type { Entry } from '../entry.ts'
import type { ExplanationFacts } from '../explanation.ts'
import type { Instant } from '../instant.ts'
import type { Operation } from '../operation.ts'
import type { DaySpending, Period } from '../spending.ts'
import type { EntriesRequest, StateRequest, StoreReader } from '../store.ts'
import type { UsagePosition } from '../usage-page.ts'
import { AUDIT, auditReportOf } from './audit.ts'
import {
  decodeAccount,
  decodeAllowance,
  decodeDay,
  decodeEntry,
  decodeGrant,
  decodeOperation,
  decodeState,
  type Row,
  rowAt,
  rowsAt,
  rowsOf,
  whole,
} from './decode.ts'
import { type Queryable, readJson } from './queryable.ts'

/** A query's rows as one JSON array, empty when there are none. */
function jsonList(item: string, from: string): string {
  return `(select coalesce(json_agg(${item}), '[]') from ${from})`
}

const ACCOUNT = `select credits.account_json(a)::text as data from credits.accounts a
  where a.account_id = $1`

const STATES = `select credits.states($1)::text as data`

/** Of a move `m` that spends: what was not taken back since. */
const NET_SPENT = `m.amount - (select coalesce(sum(r.amount), 0) from credits.entries r
  where r.account_id = m.account_id and r.corrects = m.seq)`

/** A grant that began in the cycle was spent in the cycle; of an older one the entries tell how much. */
const SPENT_SINCE = `(select coalesce(sum(case when g.starts_at >= $3::bigint then g.spent
    when g.spent = 0 then 0 else (select coalesce(sum(${NET_SPENT}), 0) from credits.moves m
      where m.account_id = $1 and m.seq >= credits.first_seq_at($1, $3) and m.kind = 'settle'
        and m.grant_id = g.grant_id) end), 0)
  from credits.grants g where g.account_id = $1 and g.ends_at > $3::bigint)`

/** One statement, so that all of it is of one instant. */
const BALANCE = `select json_build_object(
  'state', credits.state($1, $2, '{}', '{}', '{}', '{}'),
  'spentInCycle', ${SPENT_SINCE})::text as data
  from credits.accounts where account_id = $1`

const OPERATION = `select credits.operation_json(o)::text as data from credits.operations o
  where o.account_id = $1 and o.operation_id = $2`

const USAGE = `select ${jsonList(
  'credits.operation_json(o)',
  `(select * from credits.operations
    where account_id = $1 and refusal is null
      and ($3::bigint is null
        or (created_at, operation_id collate "C") < ($3::bigint, $4::text collate "C"))
    order by created_at desc, operation_id collate "C" desc limit $2) o`,
)}::text as data`

const SPENT_BY_DAY = `select ${jsonList(
  `json_build_object('date', date, 'credits', credits)`,
  `(select to_char(to_timestamp(m.at / 1000) at time zone 'UTC', 'YYYY-MM-DD') as date,
      sum(${NET_SPENT}) as credits
    from credits.moves m join credits.grants g using (account_id, grant_id)
    where m.account_id = $1 and m.kind = 'settle' and m.seq >= credits.first_seq_at($1, $2)
      and m.seq < credits.first_seq_at($1, $3) and g.ends_at > $2::bigint
    group by 1 order by 1) days`,
)}::text as data`

const ENTRIES = `select ${jsonList(
  'credits.entry_json(m)',
  `(select * from credits.moves
    where account_id = $1 and seq > $5::bigint
      and ($3::bigint is null or seq >= credits.first_seq_at($1, $3))
      and ($4::bigint is null or seq < credits.first_seq_at($1, $4))
    order by seq limit $2) m`,
)}::text as data`

const EXPLANATION = `with given as (select g from credits.grants g
    where g.account_id = $1 and g.starts_at <= $2::bigint and g.created_at <= $2
      and coalesce((g.early_end ->> 'insteadOf')::bigint, g.ends_at) > $2),
  told as (select m from credits.moves m
    where m.account_id = $1
      and m.seq >= credits.first_seq_at($1, (select min((g).created_at) from given))
      and m.seq < credits.first_seq_at($1, $2 + 1)
      and m.grant_id in (select (g).grant_id from given)
    order by m.seq)
  select json_build_object(
    'allowance', (select json_build_object('credits', c.credits, 'anchor', c.anchor,
        'pausesAtZero', c.pauses_at_zero) from credits.allowance_changes c
      where c.account_id = $1 and c.at <= $2 order by c.seq desc limit 1),
    'grants', ${jsonList('credits.grant_json(g)', 'given')},
    'entries', ${jsonList('credits.entry_json(m)', 'told')},
    'operations', ${jsonList(
      'credits.operation_json(o)',
      `credits.operations o where o.account_id = $1 and o.operation_id in
        (select (m).operation_id from told)`,
    )})::text as data`

const LAPSED = `select ${jsonList(
  'credits.operation_json(o)',
  `(select * from credits.operations where lease_until <= $1 and account_id <> all($3)
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

  async states(requests: readonly StateRequest[]): Promise<readonly AccountState[]> {
    const rows = requests.map(({ wanted, ...request }) => ({ ...request, ...wanted }))
    return rowsOf(await readJson(this.#on, STATES, [JSON.stringify(rows)])).map(decodeState)
  }

  async balanceFacts(
    accountId: string,
    { now, cycleStart }: { readonly now: Instant; readonly cycleStart: Instant },
  ): Promise<BalanceFacts | undefined> {
    const values = [accountId, now, cycleStart]
    const row = (await readJson(this.#on, BALANCE, values)) as Row | undefined
    if (!row) return undefined
    const { account, grants, openOperations, lastAt } = decodeState(rowAt(row, 'state'))
    const spentInCycle = whole(row, 'spentInCycle')
    return { account, grants: [...grants.values()], openOperations, spentInCycle, lastAt }
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

  async explanationFacts(accountId: string, at: Instant): Promise<ExplanationFacts | undefined> {
    const row = (await readJson(this.#on, EXPLANATION, [accountId, at])) as Row
    if (row['allowance'] === null) return undefined
    return {
      allowance: decodeAllowance(rowAt(row, 'allowance')),
      grants: rowsAt(row, 'grants').map(decodeGrant),
      entries: rowsAt(row, 'entries').map(decodeEntry),
      operations: rowsAt(row, 'operations').map(decodeOperation),
    }
  }

  async lapsed(
    now: Instant,
    limit: number,
    except: readonly string[],
  ): Promise<readonly Operation[]> {
    return rowsOf(await readJson(this.#on, LAPSED, [now, limit, except])).map(decodeOperation)
  }

  async audit(): Promise<AuditReport> {
    return auditReportOf((await readJson(this.#on, AUDIT, [])) as Row)
  }
}
