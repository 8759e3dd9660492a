import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'

/** Typed statements. Has no `transaction`: on a client-bound instance that commits the outer one. */
export type Statements = Omit<NodePgDatabase, 'transaction'>

/** A statement that is planned once for each connection, and found again by its name. */
export interface NamedStatement {
  readonly name: string
  readonly text: string
}

/** One open transaction: typed statements, and plain ones for the meter and the job queue. */
export interface Transaction {
  readonly db: Statements
  /** `Row` is what the statement selects, by the word of whoever wrote it. */
  query<Row extends pg.QueryResultRow = Record<string, unknown>>(
    statement: string | NamedStatement,
    values?: readonly unknown[],
  ): Promise<{ rows: Row[]; rowCount: number | null }>
}

/** Whoever waits longer for a free connection, or a new one, is told so. */
const connectionTimeoutMillis = 10_000

/** The PostgreSQL of the studio. The only place that begins and ends transactions. */
export class Database {
  readonly pool: pg.Pool
  readonly db: Statements

  constructor(
    connectionString: string,
    options: {
      readonly connectionsMax: number
      /** A statement that waits longer for a lock fails; absent: it waits. */
      readonly lockTimeoutMs?: number
    },
  ) {
    const { connectionsMax, lockTimeoutMs } = options
    this.pool = new pg.Pool({
      connectionString,
      max: connectionsMax,
      connectionTimeoutMillis,
      ...(lockTimeoutMs !== undefined && { options: `-c lock_timeout=${lockTimeoutMs}` }),
    })
    // An idle connection that the server closes must not end the process; the next query reconnects.
    this.pool.on('error', () => undefined)
    this.pool.on('connect', (client) => client.on('error', () => undefined))
    this.db = drizzle(this.pool)
  }

  /** Runs `work` in one transaction: commits when it returns, rolls back when it throws. */
  async transaction<T>(
    work: (tx: Transaction) => Promise<T>,
    { lockTimeoutMs }: { readonly lockTimeoutMs?: number } = {},
  ): Promise<T> {
    const client = await this.pool.connect()
    let broken: Error | undefined
    try {
      await client.query(
        lockTimeoutMs === undefined ? 'begin' : `begin; set local lock_timeout = ${lockTimeoutMs}`,
      )
      const result = await work(transactionOn(client))
      await commit(client)
      return result
    } catch (error) {
      broken = await rollback(client)
      throw error
    } finally {
      client.release(broken)
    }
  }

  async close(): Promise<void> {
    await this.pool.end()
  }
}

function transactionOn(client: pg.PoolClient): Transaction {
  return {
    db: drizzle(client),
    query: (statement, values) =>
      client.query(statement, values === undefined ? undefined : [...values]),
  }
}

/** PostgreSQL answers the commit of a failed transaction by rolling it back, without an error. */
async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query('commit')
  if (command !== 'COMMIT') throw new Error('The transaction had failed and was rolled back.')
}

async function rollback(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback')
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** The SQLSTATE of a failed statement, wherever the driver or Drizzle put it. */
export function sqlState(error: unknown): string | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && /^[0-9A-Z]{5}$/.test(at.code)) return at.code
  }
  return undefined
}
