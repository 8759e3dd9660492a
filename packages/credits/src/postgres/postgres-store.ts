import {
  type Store,
  StoreError,
  type StoreReader,
  type StoreSession,
  type TransactionOptions,
} from '../store.ts'
import { PostgresReader } from './postgres-reader.ts'
import { PostgresSession } from './postgres-session.ts'
import {
  type ConnectionPool,
  commit,
  type PoolConnection,
  type Queryable,
  run,
} from './queryable.ts'

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
    const connection = await this.#connect()
    // A connection that breaks is reported by its query; unheard, the event would end the process.
    const ignore = () => {}
    connection.on?.('error', ignore)
    let failure: Error | undefined
    try {
      return await inTransaction(connection, work, options)
    } catch (error) {
      failure = await rollback(connection)
      throw error
    } finally {
      connection.removeListener?.('error', ignore)
      connection.release(failure)
    }
  }

  session(tx: Queryable): StoreSession {
    return new PostgresSession(tx)
  }

  async #connect(): Promise<PoolConnection> {
    try {
      return await this.#pool.connect()
    } catch (cause) {
      throw new StoreError('The credits could not be reached.', { cause })
    }
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
