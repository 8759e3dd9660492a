import { assert } from '../assert.ts'
import { type Migration, migrations } from './migrations.ts'
import { commit, type Queryable, readJson, run } from './queryable.ts'

/** Any number that no other program locks: the letters "credits" as a bigint. */
const LOCK = '27991586447680627'

/** A released migration differs from what this database was built with. */
export class MigrationChangedError extends Error {
  override readonly name = 'MigrationChangedError'

  constructor(name: string) {
    super(`The credits migration ${name} was changed after this database had applied it.`)
  }
}

/**
 * Brings the schema `credits` up to date, in one transaction. Safe from several processes at once:
 * they take turns, and all of them succeed. `client` is one connection, not a pool.
 */
export async function migrate(client: Queryable): Promise<void> {
  await run(client, 'begin')
  try {
    await assertOneConnection(client)
    await run(client, `select pg_advisory_xact_lock(${LOCK})`)
    await run(client, OPEN_SCHEMA)
    const applied = await appliedMigrations(client)
    for (const migration of migrations) await applyOnce(client, migration, applied)
    await commit(client)
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

const OPEN_SCHEMA = `
create schema if not exists credits;
create table if not exists credits.migrations (
  name text primary key,
  checksum text not null,
  applied_at timestamptz not null default now()
)`

async function assertOneConnection(client: Queryable): Promise<void> {
  const text = 'select pg_current_xact_id()::text as id'
  const [first] = await run(client, text)
  const [second] = await run(client, text)
  const isOne = JSON.stringify(first) === JSON.stringify(second)
  assert(isOne, 'migrate() needs a single connection, not a pool.')
}

async function appliedMigrations(client: Queryable): Promise<ReadonlyMap<string, string>> {
  const text = `select coalesce(json_object_agg(name, checksum), '{}')::text as data
    from credits.migrations`
  return new Map(Object.entries((await readJson(client, text, [])) as Record<string, string>))
}

async function applyOnce(
  client: Queryable,
  { name, sql }: Migration,
  applied: ReadonlyMap<string, string>,
): Promise<void> {
  const checksum = await readJson(client, 'select to_json(md5($1::text))::text as data', [sql])
  if (applied.get(name) === checksum) return
  if (applied.has(name)) throw new MigrationChangedError(name)
  await run(client, sql)
  const record = 'insert into credits.migrations (name, checksum) values ($1, $2)'
  await run(client, record, [name, checksum])
}
