import type pg from 'pg'

const operationsPerStatement = 50_000

export interface UsageToFill {
  readonly workspaceId: string
  readonly entries: number
  /** Operations are spread evenly from here to `to`. */
  readonly from: number
  readonly to: number
}

/** A grant that pays for all that follows. */
export async function openHistory(pool: pg.Pool, workspaceId: string, from: number): Promise<void> {
  const end = from + 2 * 366 * 86_400_000
  await pool.query(grant, [workspaceId, from, end])
}

/**
 * Adds to the history of a workspace, in the ledger's own tables and by its own triggers: three
 * actions, eight members, six brands. Each operation makes a hold and a settlement, and of each
 * hundredth a half is given back.
 */
export async function fillUsage(pool: pg.Pool, history: UsageToFill): Promise<void> {
  const { workspaceId, entries, from, to } = history
  const operations = Math.floor(entries / 2.01)
  const stepMs = (to - from) / operations
  for (let done = 0; done < operations; done += operationsPerStatement) {
    const count = Math.min(operationsPerStatement, operations - done)
    await pool.query(pairs, [workspaceId, count, from + done * stepMs, stepMs])
  }
  await pool.query(returns, [workspaceId, Math.floor(operations / 100), to])
  await pool.query('vacuum analyze')
}

const account = `account as (select last_seq from credits.accounts where account_id = $1)`
const counted = (last: string) =>
  `update credits.accounts set version = version + 1, last_seq = (select last_seq from account) + ${last}
    where account_id = $1`

const grant = `with ${account}, made as (
    insert into credits.grants
      (account_id, grant_id, kind, starts_at, ends_at, created_at, reason, actor)
      values ($1, 'history', 'granted', $2, $3, $2, 'a long history', '{}')
  ), written as (
    insert into credits.entries (account_id, seq, at, kind, grant_id, amount, actor)
      select $1, last_seq + 1, $2, 'grant', 'history', 1000000000, '{}' from account
  )
  ${counted('1')}`

const pairs = `with ${account}, ordered as (
    select last_seq + 1 + n * 2 as seq, 'operation-' || (last_seq + n * 2) as id,
      floor($3::float8 + n * $4::float8)::bigint as at,
      (array['image.standard', 'image.pro', 'website.import'])[1 + n % 3] as action,
      jsonb_build_object('memberId', 'member-' || n % 8, 'brandId', 'brand-' || n % 6) as actor
    from account, generate_series(0, $2::int - 1) n
  ), made as (
    insert into credits.operations (account_id, operation_id, action, quantity, unit_price,
      price_version, credits, state, spent, released, reversed, created_at, ended_at, request_hash,
      quote_version, quote_credits, actor, drawn_grants, drawn_amounts, settle_seq)
    select $1, id, action, 2, 5, 2, 10, 'settled', 10, 0, 0, at, at, 'x', 2, 10, actor,
      '{history}', '{10}', seq + 1 from ordered
  ), written as (
    insert into credits.entries (account_id, seq, at, kind, grant_id, amount, operation_id)
      select $1, seq + half, at, (array['hold', 'settle'])[1 + half], 'history', 10, id
      from ordered, generate_series(0, 1) half
  )
  ${counted('$2::int * 2')}`

const returns = `with ${account}, chosen as (
    select *, row_number() over () as n from (select operation_id, settle_seq
      from credits.operations where account_id = $1 and reversed = 0
      order by hashtext(operation_id) limit $2) picked
  ), reversed as (
    update credits.operations o set reversed = 5 from chosen
      where o.account_id = $1 and o.operation_id = chosen.operation_id
  ), written as (
    insert into credits.entries
      (account_id, seq, at, kind, grant_id, amount, operation_id, corrects, actor)
      select $1, last_seq + n, $3, 'reverse', 'history', 5, operation_id, settle_seq, '{}'
      from chosen, account
  )
  ${counted('(select count(*) from chosen), last_at = greatest(last_at, $3)')}`
