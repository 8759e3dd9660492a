import { getMigrations } from 'better-auth/db/migration'
import { accountsOptions, accountsPool, accountsSchema } from './accounts-options.ts'

/** Brings the tables of accounts up to date. Two at once collide: call it under a lock. */
export async function migrateAccounts(connectionString: string): Promise<void> {
  const pool = accountsPool(connectionString)
  try {
    await pool.query(`create schema if not exists ${accountsSchema}`)
    const { runMigrations } = await getMigrations({
      ...accountsOptions(pool),
      logger: { disabled: true },
    })
    await runMigrations()
  } finally {
    await pool.end()
  }
}
