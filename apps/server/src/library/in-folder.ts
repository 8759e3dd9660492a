import { eq, isNull, type SQL, sql } from 'drizzle-orm'
import { assets } from '../db/schema.ts'

/** True of pictures in a folder, or in none (`none`); with `andInside` of those of folders inside it too. */
export function inFolder(
  workspaceId: string,
  folderId: string | undefined,
  { andInside }: { readonly andInside: boolean },
): SQL | undefined {
  if (folderId === undefined) return undefined
  if (folderId === 'none') return isNull(assets.folderId)
  if (!andInside) return eq(assets.folderId, folderId)
  return sql`${assets.folderId} in (
    with recursive within as (
      select ${folderId}::text as id
      union
      select folders.id from studio.folders join within on folders.parent_id = within.id
      where folders.workspace_id = ${workspaceId} and folders.deleted_at is null
    )
    select id from within
  )`
}
