import { readdir, readFile } from 'node:fs/promises'
import { migrate as migrateCredits } from '@rheos/credits/postgres'
import { runMigrations as migrateJobs } from 'graphile-worker'
import pg from 'pg'
import { migrateAccounts } from '../accounts/migrate-accounts.ts'

const folder = new URL('../../migrations/', import.meta.url)
/** Any number that nothing else locks: processes that start together migrate one after another. */
const lockKey = 7_236_001

/** Brings the whole database up to date: studio, meter, accounts, jobs. Safe to run at once from many processes. */
export async function migrate(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await migrateStudio(client)
    await migrateCredits(client)
    await migrateAccounts(connectionString)
    await migrateJobs({ connectionString })
  } finally {
    await client.end()
  }
}

async function migrateStudio(client: pg.Client): Promise<void> {
  await client.query(`
    create schema if not exists studio;
    create table if not exists studio.migrations (name text primary key, applied_at timestamptz not null default now())`)
  const { rows } = await client.query<{ name: string }>('select name from studio.migrations')
  const applied = new Set(rows.map((row) => row.name))
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  for (const name of names) {
    if (!applied.has(name)) await apply(client, name)
  }
}

async function apply(client: pg.Client, name: string): Promise<void> {
  const sql = await readFile(new URL(name, folder), 'utf8')
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into studio.migrations (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`The migration ${name} could not be applied.`, { cause: error })
  }
}
