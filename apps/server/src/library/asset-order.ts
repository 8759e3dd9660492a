import type { AssetSort } from '@rheos/contract'
import { and, asc, desc, eq, gt, lt, or, type SQL, sql } from 'drizzle-orm'
import { assets } from '../db/schema.ts'
import { strangeCursor } from '../paging.ts'
import type { AssetRecord } from './asset-view.ts'

/** What people know a picture by, in lower case. */
const nameOf = sql<string>`lower(coalesce(${assets.fileName}, nullif(${assets.alt}, ''), ${assets.made}->>'prompt', ''))`

const createdAt = sql`${assets.createdAt}`
const bytesOf = sql`${assets.bytes}`

interface Order {
  readonly by: SQL
  readonly descending: boolean
  /** The value that a row stands at, as it is written into a cursor. */
  readonly place: (asset: AssetRecord & { readonly name: string }) => number | string
}

/** Each way to sort pictures; the id decides between equals, so that a page goes on where the last one ended. */
const orders: Readonly<Record<AssetSort, Order>> = {
  newest: { by: createdAt, descending: true, place: (asset) => asset.createdAt },
  oldest: { by: createdAt, descending: false, place: (asset) => asset.createdAt },
  name: { by: nameOf, descending: false, place: (asset) => asset.name },
  largest: { by: bytesOf, descending: true, place: (asset) => asset.bytes },
}

/** To select beside an asset where a list may be sorted by name. */
export const nameColumn = nameOf

export function orderBy(sort: AssetSort): SQL[] {
  const { by, descending } = orders[sort]
  const direction = descending ? desc : asc
  return [direction(by), direction(assets.id)]
}

/** The rows after the place that `cursor` marks. */
export function afterCursor(sort: AssetSort, cursor: string | undefined): SQL | undefined {
  if (cursor === undefined) return undefined
  const { by, descending } = orders[sort]
  const [place, id] = readCursor(sort, cursor)
  const beyond = descending ? lt : gt
  const there = by === createdAt ? new Date(place).toISOString() : place
  return or(beyond(by, there), and(eq(by, there), beyond(assets.id, id)))
}

export function cursorAt(sort: AssetSort, asset: AssetRecord & { readonly name: string }): string {
  return Buffer.from(JSON.stringify([sort, orders[sort].place(asset), asset.id])).toString(
    'base64url',
  )
}

function readCursor(sort: AssetSort, cursor: string): [number | string, string] {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(read) && read.length === 3) {
      const [of, place, id] = read
      const isPlace = sort === 'name' ? typeof place === 'string' : Number.isSafeInteger(place)
      if (of === sort && isPlace && typeof id === 'string') return [place, id]
    }
  } catch {
    // Answered like every other that was not given out.
  }
  throw strangeCursor()
}
