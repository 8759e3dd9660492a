import type { Account } from '../account.ts'
import type { AccountState } from '../account-state.ts'
import { assert } from '../assert.ts'
import type { Changes } from '../changes.ts'
import type { Wanted } from '../command.ts'
import type { Instant } from '../instant.ts'
import type { LockResult, StoreSession } from '../store.ts'
import { appendChanges } from './append-changes.ts'
import { accountValues, INSERT_ACCOUNT } from './append-statements.ts'
import {
  ACCOUNT_JSON,
  GRANT_JSON,
  jsonList,
  LINE_JSON,
  OPERATION_JSON,
  REVERSAL_JSON,
} from './columns.ts'
import {
  decodeAccount,
  decodeGrant,
  decodeOperationRecord,
  decodeReversal,
  type Row,
  rowAt,
  rowsAt,
  text,
  whole,
} from './decode.ts'
import { CURRENT_GRANTS, PostgresReader } from './postgres-reader.ts'
import { type Queryable, readJson, run } from './queryable.ts'

/** A statement of its own: what is read in the next one is newer than the wait for the lock. */
const LOCK = `select json_build_object('transaction', pg_current_xact_id()::text)::text as data
  from credits.accounts where account_id = $1 for update`

const LOAD = `select json_build_object(
  'transaction', pg_current_xact_id_if_assigned()::text,
  'account', ${ACCOUNT_JSON},
  'grants', ${jsonList(
    GRANT_JSON,
    `credits.grants g where g.account_id = $1 and (${CURRENT_GRANTS} or g.grant_id = any($4::text[])
      or exists (select 1 from credits.hold_lines l where l.account_id = $1
        and l.operation_id = any($3::text[]) and l.grant_id = g.grant_id))`,
  )},
  'operations', ${jsonList(
    `(${OPERATION_JSON})::jsonb || jsonb_build_object('lines', ${jsonList(
      LINE_JSON,
      `(select * from credits.hold_lines where account_id = $1
        and operation_id = o.operation_id order by position) l`,
    )})`,
    'credits.operations o where o.account_id = $1 and o.operation_id = any($3::text[])',
  )},
  'reversals', ${jsonList(
    REVERSAL_JSON,
    'credits.reversals r where r.account_id = $1 and r.reversal_id = any($5::text[])',
  )},
  'openOperations', (select count(*) from credits.operations o
    where o.account_id = $1 and o.state in ('held', 'running')),
  'lastSeq', (select coalesce(max(seq), 0) from credits.entries e where e.account_id = $1)
  )::text as data
  from credits.accounts a where a.account_id = $1`

/** The meter inside one transaction. READ COMMITTED: each statement sees what is committed by then. */
export class PostgresSession extends PostgresReader implements StoreSession {
  readonly #on: Queryable
  #transaction: string | undefined

  constructor(on: Queryable) {
    super(on)
    this.#on = on
  }

  async lock(accountId: string, opening?: Account): Promise<LockResult> {
    const opened = opening && (await this.#open(opening))
    const row = (await readJson(this.#on, LOCK, [accountId])) as Row | undefined
    if (!row) return 'unknown'
    this.#transaction = text(row, 'transaction')
    return opened ? 'opened' : 'locked'
  }

  async load(accountId: string, wanted: Wanted, now: Instant): Promise<AccountState> {
    const { operationIds, grantIds, reversalIds } = wanted
    const values = [accountId, now, operationIds, grantIds, reversalIds]
    const row = (await readJson(this.#on, LOAD, values)) as Row | undefined
    assert(row, `Account ${accountId} does not exist.`)
    const isOneTransaction = isTransaction(row, this.#transaction)
    assert(isOneTransaction, 'The ledger works inside one open transaction, not on a pool.')
    return decodeState(row)
  }

  async append(changes: Changes): Promise<void> {
    await appendChanges(this.#on, changes)
  }

  async #open(account: Account): Promise<boolean> {
    const values = [...accountValues(account), account.createdAt]
    return (await run(this.#on, INSERT_ACCOUNT, values)).length > 0
  }
}

function decodeState(row: Row): AccountState {
  const grants = rowsAt(row, 'grants').map(decodeGrant)
  const operations = rowsAt(row, 'operations').map(decodeOperationRecord)
  const reversals = rowsAt(row, 'reversals').map(decodeReversal)
  return {
    account: decodeAccount(rowAt(row, 'account')),
    grants: new Map(grants.map((grant) => [grant.id, grant])),
    operations: new Map(operations.map((record) => [record.operation.id, record])),
    reversals: new Map(reversals.map((reversal) => [reversal.id, reversal])),
    openOperations: whole(row, 'openOperations'),
    lastSeq: whole(row, 'lastSeq'),
  }
}

/** Outside of a transaction every statement has an id of its own, or none. */
function isTransaction({ transaction }: Row, id: string | undefined): boolean {
  return id !== undefined && transaction === id
}
