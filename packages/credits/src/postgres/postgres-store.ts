import type { Changes } from '../changes.ts'
import type { OperationRecord } from '../operation.ts'
import {
  type Store,
  StoreError,
  type StoreReader,
  type StoreSession,
  type TransactionOptions,
} from '../store.ts'
import { APPEND, appendValues } from './append-values.ts'
import { PostgresReader } from './postgres-reader.ts'
import { PostgresSession } from './postgres-session.ts'
import {
  type ConnectionPool,
  commit,
  conflictsOf,
  isDuplicate,
  type PoolConnection,
  type Queryable,
  readJson,
  run,
  runNamed,
} from './queryable.ts'

const KNOWN = `select coalesce(json_agg(distinct o.account_id), '[]')::text as data
  from unnest($1::text[], $2::text[]) as created(account_id, operation_id)
  join credits.operations o using (account_id, operation_id)`

/** Accounts in PostgreSQL, in the schema `credits`; see `migrate`. */
export class PostgresStore implements Store<Queryable> {
  readonly reader: StoreReader
  readonly #pool: ConnectionPool

  constructor(pool: ConnectionPool) {
    this.#pool = pool
    this.reader = new PostgresReader(pool)
  }

  async transaction<T>(
    work: (tx: Queryable) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    return await this.#onConnection((connection) => inTransaction(connection, work, options))
  }

  session(tx: Queryable): StoreSession {
    return new PostgresSession(tx)
  }

  async appendUnlocked(all: readonly Changes[]): Promise<readonly string[]> {
    try {
      return await this.#onConnection((connection) => appendOn(connection, all))
    } catch (error) {
      if (!isDuplicate(error)) throw error
      const known = await this.#accountsThatKnow(all.flatMap(({ created }) => created))
      if (known.length === 0) throw error
      return known
    }
  }

  /** Whose operations exist already: this process had not seen them. */
  async #accountsThatKnow(created: readonly OperationRecord[]): Promise<readonly string[]> {
    const accounts = created.map(({ operation }) => operation.accountId)
    const ids = created.map(({ operation }) => operation.id)
    return (await readJson(this.#pool, KNOWN, [accounts, ids])) as readonly string[]
  }

  async #onConnection<T>(work: (connection: PoolConnection) => Promise<T>): Promise<T> {
    const connection = await this.#connect()
    // A connection that breaks is reported by its query; unheard, the event would end the process.
    const ignore = () => {}
    connection.on?.('error', ignore)
    let failure: Error | undefined
    try {
      return await work(connection)
    } catch (error) {
      failure = await rollback(connection)
      throw error
    } finally {
      connection.removeListener?.('error', ignore)
      connection.release(failure)
    }
  }

  async #connect(): Promise<PoolConnection> {
    try {
      return await this.#pool.connect()
    } catch (cause) {
      throw new StoreError('The credits could not be reached.', { cause })
    }
  }
}

/** Answers the accounts that somebody else has or had. */
async function appendOn(
  connection: PoolConnection,
  all: readonly Changes[],
): Promise<readonly string[]> {
  try {
    const values = appendValues(all, null)
    await runNamed(connection, { name: 'credits-append', text: APPEND, values })
    return []
  } catch (error) {
    const conflicts = conflictsOf(error)
    if (!conflicts) throw error
    // The error is told before the locks are given back: what is asked next must not meet them.
    await run(connection, 'rollback')
    return conflicts
  }
}

async function inTransaction<T>(
  connection: Queryable,
  work: (tx: Queryable) => Promise<T>,
  { lockTimeoutMs }: TransactionOptions,
): Promise<T> {
  await run(connection, 'begin isolation level read committed')
  if (lockTimeoutMs !== undefined) {
    await run(connection, `select set_config('lock_timeout', $1, true)`, [`${lockTimeoutMs}ms`])
  }
  const result = await work(connection)
  await commit(connection)
  return result
}

/** The reason to throw the connection away, when not even this works. */
async function rollback(connection: Queryable): Promise<Error | undefined> {
  try {
    await connection.query('rollback')
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
