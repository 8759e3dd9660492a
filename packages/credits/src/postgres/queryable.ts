import { StoreError, UnwritableError } from '../store.ts'

export interface QueryAnswer {
  readonly rows: readonly unknown[]
  /** What the database did: it answers a commit of a failed transaction with ROLLBACK. */
  readonly command?: string
}

/**
 * Anything that runs SQL on one connection: a `pg` client, or a transaction that wraps one. A
 * `Uint8Array` among the values is sent in binary, as `pg` does.
 */
export interface Queryable {
  query(text: string, values?: unknown[]): Promise<QueryAnswer>
}

/** A statement that a connection reads and plans once, and then knows by its name. */
export interface NamedStatement {
  readonly name: string
  readonly text: string
  readonly values: unknown[]
}

export interface PoolConnection extends Queryable {
  query(statement: string | NamedStatement, values?: unknown[]): Promise<QueryAnswer>
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
  return (await orStoreError(on.query(text, values))).rows
}

/** The same for a statement that is sent again and again. */
export async function runNamed(on: PoolConnection, statement: NamedStatement): Promise<void> {
  await orStoreError(on.query(statement))
}

/** Commits, or throws: a transaction in which a failure was passed over has changed nothing. */
export async function commit(on: Queryable): Promise<void> {
  const { command } = await orStoreError(on.query('commit', []))
  if (command === 'ROLLBACK') throw new StoreError('The transaction had failed and was undone.')
}

async function orStoreError(asked: Promise<QueryAnswer>): Promise<QueryAnswer> {
  try {
    return await asked
  } catch (cause) {
    if (codeOf(cause).match(VALUE_REFUSED)) {
      throw new UnwritableError('The database refuses what was to be written.', { cause })
    }
    throw new StoreError('The credits could not be read or written.', { cause })
  }
}

/** SQLSTATE classes for what lies in the values: data exception, integrity, program limit. */
const VALUE_REFUSED = /^(22|23|54)/
const UNIQUE_VIOLATION = '23505'

/** A row with this key is there already. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof UnwritableError && codeOf(error.cause) === UNIQUE_VIOLATION
}

const CONFLICT = 'CR409'

/** The accounts that somebody else has or had, when that is what the error says. */
export function conflictsOf(error: unknown): readonly string[] | undefined {
  if (!(error instanceof StoreError) || codeOf(error.cause) !== CONFLICT) return undefined
  const { detail } = error.cause as { readonly detail?: string }
  return JSON.parse(detail ?? '[]') as readonly string[]
}

function codeOf(error: unknown): string {
  const isCoded = typeof error === 'object' && error !== null && 'code' in error
  return isCoded ? String(error.code) : ''
}

/** Runs a statement that answers one column `data` of JSON text, so that no driver's types matter. */
export async function readJson(on: Queryable, text: string, values: unknown[]): Promise<unknown> {
  const [row] = await run(on, text, values)
  const data = (row as { readonly data?: unknown } | undefined)?.data
  return typeof data === 'string' ? JSON.parse(data) : undefined
}
