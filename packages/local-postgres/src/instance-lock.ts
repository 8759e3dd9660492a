import pg from 'pg'
import { LocalPostgresError } from './local-postgres-error.ts'

/** Any number that nothing else locks in the database `postgres`. */
const lockKey = 7_236_000

/** The right to use a data folder: a lock inside its PostgreSQL, so it ends with its holder, however that ends. */
export interface InstanceLock {
  /** Calls back once when the connection, and the lock with it, is lost. */
  onLost(callback: () => void): void
  release(): Promise<void>
}

export async function takeInstanceLock(
  connectionString: string,
  dataDir: string,
): Promise<InstanceLock> {
  const client = new pg.Client({
    connectionString,
    application_name: 'rheos instance lock',
    connectionTimeoutMillis: 3_000,
    keepAlive: true,
  })
  let lost = (): void => undefined
  client.on('error', () => undefined)
  client.on('end', () => lost())
  await client.connect()
  const { rows } = await client.query<{ taken: boolean }>(
    'select pg_try_advisory_lock($1) as taken',
    [lockKey],
  )
  if (rows[0]?.taken !== true) {
    await client.end()
    throw new LocalPostgresError(
      'in_use',
      `Another Rheos is running on ${dataDir}. Stop it first, or set DATA_DIR to another folder.`,
    )
  }
  return {
    onLost: (callback) => {
      lost = callback
    },
    release: async () => {
      lost = () => undefined
      await client.end()
    },
  }
}
