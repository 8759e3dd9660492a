import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** What a test database starts with: nothing, the meter's tables, or the whole studio's. */
export type TestTemplate = 'empty' | 'credits' | 'server'

/** A database that one test file has to itself. */
export interface TestDatabase {
  readonly url: string
  readonly pool: pg.Pool
  /** Ends the pool and removes the database, whoever is still connected. */
  drop(): Promise<void>
}

export async function createTestDatabase({
  template = 'empty',
}: {
  readonly template?: TestTemplate
} = {}): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await withAdmin(async (admin) => {
    const source = template === 'empty' ? 'template0' : await ensureTemplate(admin, template)
    await admin.query(`create database ${name} template ${source}`)
  })
  const url = urlOf(name)
  const pool = new pg.Pool({ connectionString: url, max: 20 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return { url, pool, drop: () => dropDatabase(name, pool) }
}

async function dropDatabase(name: string, pool: pg.Pool): Promise<void> {
  if (!pool.ended) await pool.end()
  await withAdmin((admin) => admin.query(`drop database if exists ${name} with (force)`))
}

/** Migrated once for each run; the other workers wait for the first. */
async function ensureTemplate(admin: pg.Client, template: 'credits' | 'server'): Promise<string> {
  const name = `template_${template}`
  await admin.query('select pg_advisory_lock(hashtext($1))', [name])
  try {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await makeTemplate(admin, template, name)
    return name
  } finally {
    await admin.query('select pg_advisory_unlock(hashtext($1))', [name])
  }
}

async function makeTemplate(
  admin: pg.Client,
  template: 'credits' | 'server',
  name: string,
): Promise<void> {
  const making = `${name}_making`
  await admin.query(`drop database if exists ${making} with (force)`)
  await admin.query(`create database ${making} template template0`)
  await migrations[template](urlOf(making))
  await admin.query(`alter database ${making} rename to ${name}`)
}

/** Loaded only when asked for: the meter's tests do not need the server to load. */
const migrations = {
  credits: async (url: string): Promise<void> => {
    const { migrate } = await import('@rheos/credits/postgres')
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await migrate(client).finally(() => client.end())
  },
  server: async (url: string): Promise<void> => {
    const { migrate } = await import('../apps/server/src/db/migrate.ts')
    await migrate(url)
  },
}

async function withAdmin<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: inject('postgresUrl') })
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

function urlOf(database: string): string {
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${database}`
  return url.href
}
