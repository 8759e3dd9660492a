import { PostgresStore } from '@rheos/credits/postgres'
import { findLocalPostgres, startLocalPostgres } from '@rheos/local-postgres'
import pg from 'pg'
import { type Config, readConfig } from './config.ts'
import { sqlState } from './db/database.ts'
import { type Audit, audit } from './generation/audit.ts'
import { auditText } from './generation/audit-text.ts'
import { startFailure } from './start-failure.ts'

/** What the process answers: the books agree, they do not, or they could not be looked at. */
const exits = { clean: 0, different: 1, failed: 2 } as const

/** Audits the books of this installation once, running or not, and says what it found. */
export async function runAudit(): Promise<number> {
  let config: Config | undefined
  try {
    config = readConfig()
    const result = await auditOf(config)
    process.stdout.write(`${auditText(result)}\n`)
    return result.findings.length === 0 ? exits.clean : exits.different
  } catch (error) {
    process.stderr.write(`${sentenceFor(error, config)}\n`)
    return exits.failed
  }
}

async function auditOf(config: Config): Promise<Audit> {
  if (config.databaseUrl !== undefined) return auditAt(config.databaseUrl)
  const found = findLocalPostgres(config)
  if (found.state === 'none') throw new NothingToAudit(`There is no database in ${config.dataDir}`)
  if (found.state === 'running') return auditAt(found.connectionString)
  const postgres = await startLocalPostgres(config)
  try {
    return await auditAt(postgres.connectionString)
  } finally {
    await postgres.stop()
  }
}

async function auditAt(connectionString: string): Promise<Audit> {
  const pool = new pg.Pool({ connectionString, max: 1 })
  pool.on('error', () => undefined)
  try {
    return await audit({ ledger: new PostgresStore(pool).reader, database: pool })
  } finally {
    await pool.end()
  }
}

class NothingToAudit extends Error {}

/** A schema, table, column or function that is not there. */
const ofAnotherVersion = /^(3F000|42P01|42703|42883)$/

function sentenceFor(error: unknown, config: Config | undefined): string {
  if (error instanceof NothingToAudit)
    return `${error.message}: start Rheos once, or set DATABASE_URL or DATA_DIR to where its data is.`
  if (ofAnotherVersion.test(sqlState(error) ?? ''))
    return 'This database has no books of this version of Rheos: start Rheos on it once, then audit again.'
  return startFailure(error, config)
}
