import { ilike, or, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/** True of rows where one of the columns contains `text`, whatever the case; nothing sought is true of all. */
export function containsText(
  text: string | undefined,
  columns: readonly (PgColumn | SQL)[],
): SQL | undefined {
  const sought = text?.trim() ?? ''
  if (sought === '') return undefined
  const pattern = `%${sought.replace(/[\\%_]/g, '\\$&')}%`
  return or(...columns.map((column) => ilike(column, pattern)))
}
