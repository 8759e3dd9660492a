import type { AssetUse } from '@rheos/contract'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { posts } from '../../db/schema.ts'
import { type UseQuery, usesMax } from './asset-use.ts'

const titleMax = 80
/** As the index `posts_by_asset` has it. */
const shown = sql<string[]>`studio.asset_ids_of_post(${posts.media}, ${posts.versions})`

type ShowingPost = Pick<typeof posts.$inferSelect, 'id' | 'title' | 'body' | 'media' | 'versions'>

/** The posts that show a picture, in their own media or in those of a network's version. */
export const usedByPosts: UseQuery = async (db, workspaceId, assetIds) => {
  const { id, title, body, media, versions } = posts
  const found: ShowingPost[] = await db
    .select({ id, title, body, media, versions })
    .from(posts)
    .where(
      and(
        eq(posts.workspaceId, workspaceId),
        isNull(posts.deletedAt),
        sql`${shown} && ${sql.param([...assetIds])}::text[]`,
      ),
    )
    .orderBy(desc(posts.updatedAt))
    .limit(usesMax)
  const asked = new Set(assetIds)
  return found.flatMap((post) => usesIn(post, asked)).slice(0, usesMax)
}

function usesIn(post: ShowingPost, asked: ReadonlySet<string>): AssetUse[] {
  const networksOf = new Map<string, string[]>()
  const everywhere = new Set(post.media.map(({ assetId }) => assetId))
  for (const assetId of everywhere) networksOf.set(assetId, [])
  for (const [network, version] of Object.entries(post.versions)) {
    for (const { assetId } of version?.media ?? []) {
      if (everywhere.has(assetId)) continue
      networksOf.set(assetId, [...(networksOf.get(assetId) ?? []), network])
    }
  }
  const title = post.title || post.body.slice(0, titleMax)
  return [...networksOf]
    .filter(([assetId]) => asked.has(assetId))
    .map(([assetId, networks]) => ({ assetId, kind: 'post', id: post.id, title, networks }))
}
