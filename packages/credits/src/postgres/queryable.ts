import { StoreError } from '../store.ts'

export interface QueryAnswer {
  readonly rows: readonly unknown[]
  /** What the database did: it answers a commit of a failed transaction with ROLLBACK. */
  readonly command?: string
}

/** Anything that runs SQL on one connection: a `pg` client, or a transaction that wraps one. */
export interface Queryable {
  query(text: string, values?: unknown[]): Promise<QueryAnswer>
}

export interface PoolConnection extends Queryable {
  release(destroy?: Error | boolean): void
  on?(event: 'error', listener: (error: Error) => void): unknown
  removeListener?(event: 'error', listener: (error: Error) => void): unknown
}

/** A `pg` pool, as far as it is needed. */
export interface ConnectionPool extends Queryable {
  connect(): Promise<PoolConnection>
}

/** Runs one statement; what fails in the database becomes a `StoreError` with its cause. */
export async function run(
  on: Queryable,
  text: string,
  values: unknown[] = [],
): Promise<readonly unknown[]> {
  return (await ask(on, text, values)).rows
}

/** Commits, or throws: a transaction in which a failure was passed over has changed nothing. */
export async function commit(on: Queryable): Promise<void> {
  const { command } = await ask(on, 'commit', [])
  if (command === 'ROLLBACK') throw new StoreError('The transaction had failed and was undone.')
}

async function ask(on: Queryable, text: string, values: unknown[]): Promise<QueryAnswer> {
  try {
    return await on.query(text, values)
  } catch (cause) {
    throw new StoreError('The credits could not be read or written.', { cause })
  }
}

/** Runs a statement that answers one column `data` of JSON text, so that no driver's types matter. */
export async function readJson(on: Queryable, text: string, values: unknown[]): Promise<unknown> {
  const [row] = await run(on, text, values)
  const data = (row as { readonly data?: unknown } | undefined)?.data
  return typeof data === 'string' ? JSON.parse(data) : undefined
}
