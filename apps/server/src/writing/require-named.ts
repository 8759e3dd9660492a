import { and, eq, isNull } from 'drizzle-orm'
import type { Statements } from '../db/database.ts'
import { assets, posts } from '../db/schema.ts'
import { assertPicture } from '../library/require-picture.ts'
import { notFound } from '../refusal.ts'

/** Throws `not_found` when a post is named that is not one of the workspace. */
export async function requirePost(
  db: Statements,
  workspaceId: string,
  postId: string | undefined,
): Promise<void> {
  if (postId === undefined) return
  const [found] = await db
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.workspaceId, workspaceId), eq(posts.id, postId), isNull(posts.deletedAt)))
  if (found === undefined) throw notFound('post')
}

/** Throws `not_found` when a picture is named that is not one of the workspace; refuses a video. */
export async function requireAsset(
  db: Statements,
  workspaceId: string,
  assetId: string,
): Promise<void> {
  const [found] = await db
    .select({ durationMs: assets.durationMs })
    .from(assets)
    .where(
      and(eq(assets.workspaceId, workspaceId), eq(assets.id, assetId), isNull(assets.deletedAt)),
    )
  if (found === undefined) throw notFound('picture')
  assertPicture(found)
}
