import type { AssetUse, BulkResult } from '@rheos/contract'
import { and, eq, isNotNull, isNull, notInArray, type SQL, sql } from 'drizzle-orm'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { assets } from '../db/schema.ts'
import { requireBrands } from './require-brands.ts'
import { requireFolder } from './require-folder.ts'
import { findUses } from './uses/find-uses.ts'

type Bulk = readonly string[]

/** What is done to many pictures at once: one statement for all of them, and enough to undo it. */
export class BulkChanges {
  readonly #database: Database
  readonly #clock: Clock

  constructor(options: { readonly database: Database; readonly clock: Clock }) {
    this.#database = options.database
    this.#clock = options.clock
  }

  async move(workspaceId: string, assetIds: Bulk, folderId: string | null): Promise<BulkResult> {
    await requireFolder(this.#database.db, workspaceId, folderId)
    const { rows } = await this.#database.pool.query<{ id: string; folder_id: string | null }>(
      `with before as (
         select id, folder_id from studio.assets
         where workspace_id = $1 and id = any ($2) and deleted_at is null
           and folder_id is distinct from $3
         for update
       ), moved as (
         update studio.assets set folder_id = $3, moved_from = null
         from before where assets.workspace_id = $1 and assets.id = before.id
       )
       select id, folder_id from before`,
      [workspaceId, assetIds, folderId],
    )
    const from = new Map<string | null, string[]>()
    for (const row of rows) {
      const ids = from.get(row.folder_id) ?? []
      from.set(row.folder_id, ids)
      ids.push(row.id)
    }
    return result(rows, { from: [...from].map(([was, ids]) => ({ folderId: was, assetIds: ids })) })
  }

  async tag(
    workspaceId: string,
    assetIds: Bulk,
    brandIds: { readonly add: Bulk; readonly remove: Bulk },
  ): Promise<BulkResult> {
    await requireBrands(this.#database.db, workspaceId, brandIds.add)
    const { rows } = await this.#database.pool.query<{ id: string }>(
      `update studio.assets set brand_ids = array(
         select brand from unnest(brand_ids || $3::text[]) with ordinality as tagged (brand, place)
         where brand <> all ($4) group by brand order by min(place)
       )
       where workspace_id = $1 and id = any ($2) and deleted_at is null
         and (not brand_ids @> $3 or brand_ids && $4)
       returning id`,
      [workspaceId, assetIds, brandIds.add, brandIds.remove],
    )
    return result(rows)
  }

  /** Posts and carousels go on showing what is deleted; a brand's logo stays. */
  async delete(workspaceId: string, assetIds: Bulk): Promise<BulkResult> {
    const uses = await findUses(this.#database.db, workspaceId, assetIds)
    const logos = uses.filter(({ kind }) => kind === 'brand')
    const kept = new Set(logos.map(({ assetId }) => assetId))
    const deleted = await this.#update(
      workspaceId,
      assetIds,
      { deletedAt: this.#clock() },
      and(isNull(assets.deletedAt), kept.size > 0 ? notInArray(assets.id, [...kept]) : undefined),
    )
    const gone = new Set(deleted.map(({ id }) => id))
    return result(deleted, {
      refused: logos.map(({ assetId, title }) => ({ assetId, detail: logoStays(title) })),
      uses: uses.filter((use) => gone.has(use.assetId)),
    })
  }

  async restore(workspaceId: string, assetIds: Bulk): Promise<BulkResult> {
    const deletedAt = { deletedAt: null }
    return result(await this.#update(workspaceId, assetIds, deletedAt, isNotNull(assets.deletedAt)))
  }

  #update(
    workspaceId: string,
    assetIds: Bulk,
    set: Partial<typeof assets.$inferInsert>,
    which: SQL | undefined,
  ): Promise<{ id: string }[]> {
    return this.#database.db
      .update(assets)
      .set(set)
      .where(and(eq(assets.workspaceId, workspaceId), isOneOf(assetIds), which))
      .returning({ id: assets.id })
  }
}

/** Why a brand's logo is not deleted. */
export function logoStays(brand: string): string {
  return `This picture is the logo of “${brand}”. Choose another logo there first, then delete it.`
}

/** One parameter however many there are. */
function isOneOf(assetIds: Bulk): SQL {
  return sql`${assets.id} = any (${sql.param([...assetIds])}::text[])`
}

function result(
  rows: readonly { readonly id: string }[],
  more: {
    readonly from?: BulkResult['from']
    readonly refused?: BulkResult['refused']
    readonly uses?: AssetUse[]
  } = {},
): BulkResult {
  return { changed: rows.map(({ id }) => id), from: [], refused: [], uses: [], ...more }
}
