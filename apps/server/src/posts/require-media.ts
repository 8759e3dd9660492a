import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Statements } from '../db/database.ts'
import { assets } from '../db/schema.ts'
import { notFound } from '../refusal.ts'

/** Refuses pictures that are not in the library of this workspace. */
export async function requireMedia(
  db: Statements,
  workspaceId: string,
  assetIds: Iterable<string>,
): Promise<void> {
  const ids = new Set(assetIds)
  const known = await knownMedia(db, workspaceId, ids)
  if (known.size < ids.size) throw notFound('picture')
}

/** Those of the pictures that are in the library, by one statement however many there are. */
export async function knownMedia(
  db: Statements,
  workspaceId: string,
  assetIds: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  if (assetIds.size === 0) return new Set()
  const found = await db
    .select({ id: assets.id })
    .from(assets)
    .where(
      and(
        eq(assets.workspaceId, workspaceId),
        inArray(assets.id, [...assetIds]),
        isNull(assets.deletedAt),
      ),
    )
  return new Set(found.map(({ id }) => id))
}
