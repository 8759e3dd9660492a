import type { BetterAuthOptions } from 'better-auth'
import pg from 'pg'
import { passwordLengthMax, passwordLengthMin } from './credentials.ts'

/** The tables of accounts lie in a schema of their own, which the library knows only as its search path. */
export const accountsSchema = 'auth'

/** Few: a session is one short read. */
const connectionsMax = 5

export function accountsPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: connectionsMax,
    options: `-c search_path=${accountsSchema}`,
  })
  // An idle connection that the server closes must not end the process; the next query reconnects.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

const dayS = 86_400

/** What decides the shape of the tables, and is therefore the same for serving and for migrating. */
export function accountsOptions(pool: pg.Pool) {
  return {
    appName: 'Rheos',
    basePath: '/api/auth',
    database: pool,
    telemetry: { enabled: false },
    // Ours count by address and by account; see http/rate-limit.ts.
    rateLimit: { enabled: false },
    session: { expiresIn: 30 * dayS, updateAge: dayS },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: passwordLengthMin,
      maxPasswordLength: passwordLengthMax,
      revokeSessionsOnPasswordReset: true,
    },
  } satisfies BetterAuthOptions
}
