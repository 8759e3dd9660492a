import type { Account } from '../account.ts'
import type { AccountState } from '../account-state.ts'
import { assert } from '../assert.ts'
import type { Changes } from '../changes.ts'
import type { WaitingEvent } from '../ledger-event.ts'
import type { StateRequest, StoreSession } from '../store.ts'
import { APPEND, appendValues } from './append-values.ts'
import { decodeEvent, decodeState, type Row, rowAt, rowsOf, text } from './decode.ts'
import { PostgresReader } from './postgres-reader.ts'
import { conflictsOf, type Queryable, readJson, run } from './queryable.ts'

const OPEN = `insert into credits.accounts
  (account_id, allowance_credits, allowance_anchor, pauses_at_zero, allowance_seq, created_at,
    last_at) values ($1, $2, $3, $4, $5, $6, $6) on conflict do nothing`

const TAKE = `select credits.take($1, $2, $3, $4, $5, $6)::text as data`

const TAKE_EVENTS = `with taken as (delete from credits.events
    where (account_id, event_id) in (select account_id, event_id from credits.events
      order by event_id limit $1 for update skip locked)
    returning event_id, event)
  select coalesce(json_agg(json_build_object('id', event_id, 'event', event) order by event_id),
    '[]')::text as data from taken`

/** The meter inside one transaction. READ COMMITTED: each statement sees what is committed by then. */
export class PostgresSession extends PostgresReader implements StoreSession {
  readonly #on: Queryable
  #transaction: string | undefined

  constructor(on: Queryable) {
    super(on)
    this.#on = on
  }

  async open({ id, allowance, allowanceSeq, createdAt }: Account): Promise<void> {
    const { credits, anchor, pausesAtZero } = allowance
    await run(this.#on, OPEN, [id, credits, anchor, pausesAtZero, allowanceSeq, createdAt])
  }

  async take({ accountId, wanted, now }: StateRequest): Promise<AccountState | undefined> {
    const { operationIds, grantIds, reversalIds, adjustmentIds } = wanted
    const values = [accountId, now, operationIds, grantIds, reversalIds, adjustmentIds]
    const row = (await readJson(this.#on, TAKE, values)) as Row | undefined
    if (!row) return undefined
    this.#transaction = text(row, 'transaction')
    return decodeState(rowAt(row, 'state'))
  }

  async append(changes: Changes): Promise<void> {
    assert(this.#transaction, 'An account is changed only while it is locked.')
    try {
      await run(this.#on, APPEND, appendValues([changes], this.#transaction))
    } catch (error) {
      assert(!conflictsOf(error), 'The ledger works inside one open transaction, not on a pool.')
      throw error
    }
  }

  async takeEvents(limit: number): Promise<readonly WaitingEvent[]> {
    return rowsOf(await readJson(this.#on, TAKE_EVENTS, [limit])).map(decodeEvent)
  }
}
