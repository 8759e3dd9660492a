import { and, desc, eq, lt, or, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { decodeCursor, encodeCursor, type Position } from '../paging.ts'

/** The order of every list; the id decides between rows of one instant. */
export function newestFirst(at: PgColumn, id: PgColumn): [SQL, SQL] {
  return [desc(at), desc(id)]
}

/** The rows after the place that `cursor` marks. */
export function olderThan(cursor: string | undefined, at: PgColumn, id: PgColumn): SQL | undefined {
  if (cursor === undefined) return undefined
  const after = decodeCursor(cursor)
  return or(lt(at, after.at), and(eq(at, after.at), lt(id, after.id)))
}

/** A page of `limit` rows out of `limit + 1` that were asked for: one more tells that there is a next page. */
export function pageFrom<Row>(
  rows: readonly Row[],
  limit: number,
  position: (row: Row) => Position,
): { readonly items: Row[]; readonly next: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    next: rows.length > limit && last !== undefined ? encodeCursor(position(last)) : null,
  }
}
