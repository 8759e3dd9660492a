import { and, eq, isNull } from 'drizzle-orm'
import type { Statements } from '../db/database.ts'
import { folders } from '../db/library-tables.ts'
import { notFound } from '../refusal.ts'

/** Refuses when the workspace has no such folder, or it was deleted. No folder is always there. */
export async function requireFolder(
  db: Statements,
  workspaceId: string,
  folderId: string | null | undefined,
): Promise<void> {
  if (folderId === null || folderId === undefined) return
  const [found] = await db
    .select({ id: folders.id })
    .from(folders)
    .where(
      and(
        eq(folders.workspaceId, workspaceId),
        eq(folders.id, folderId),
        isNull(folders.deletedAt),
      ),
    )
  if (found === undefined) throw notFound('folder')
}
