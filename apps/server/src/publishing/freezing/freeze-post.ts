import { createHash } from 'node:crypto'
import type { MediaItem, Network } from '@rheos/contract'
import { checkPost, type MediaFacts, type PostFacts } from '@rheos/preflight'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { FrozenMedia } from '../../db/publishing-tables.ts'
import { assets, posts } from '../../db/schema.ts'
import type { AssetRecord } from '../../library/asset-view.ts'
import type { Networks } from '../../networks/networks.ts'
import { contentOf } from '../../posts/post-content.ts'
import { notFound, Refusal } from '../../refusal.ts'
import type { Storage } from '../../storage/storage.ts'
import type { FrozenPost } from '../frozen-post.ts'
import { frozenFile } from './frozen-file.ts'

export interface FreezeOrder {
  readonly workspaceId: string
  readonly postId: string
  readonly network: Network
  readonly watermark: boolean
}

export interface FreezeTools {
  readonly database: Database
  readonly storage: Storage
  readonly networks: Networks
}

type Content = ReturnType<typeof contentOf>

/**
 * Makes of a post what one network gets: its text, its answers, and its pictures as they will be sent.
 * What the network would refuse is refused here, in the words of the check.
 */
export async function freezePost(tools: FreezeTools, order: FreezeOrder): Promise<FrozenPost> {
  const { workspaceId, postId, network, watermark } = order
  const [post] = await tools.database.db
    .select()
    .from(posts)
    .where(and(eq(posts.workspaceId, workspaceId), eq(posts.id, postId), isNull(posts.deletedAt)))
  if (post === undefined) throw notFound('post')
  const content = contentOf(post)
  const media = await freezeMedia(tools, order, mediaFor(content, network))
  const facts = factsOf(content, network, media)
  refuseUnready(facts, network)
  const targets = targetsOf(network, facts, media, tools)
  const contentHash = createHash('sha256').update(JSON.stringify(targets)).digest('hex')
  return { postRevision: post.revision, watermark, contentHash, targets }
}

function mediaFor({ media, versions }: Content, network: Network): readonly MediaItem[] {
  return versions[network]?.media ?? media
}

/** Pictures that were deleted from the library since still go out: the post shows them. */
async function freezeMedia(
  { database, storage }: FreezeTools,
  { workspaceId, network, watermark }: FreezeOrder,
  items: readonly MediaItem[],
): Promise<readonly FrozenMedia[]> {
  if (items.length === 0) return []
  const ids = items.map(({ assetId }) => assetId)
  const rows = await database.db
    .select()
    .from(assets)
    .where(and(eq(assets.workspaceId, workspaceId), inArray(assets.id, ids)))
  const known = new Map(rows.map((asset): [string, AssetRecord] => [asset.id, asset]))
  const frozen: FrozenMedia[] = []
  for (const { assetId, alt } of items) {
    const asset = known.get(assetId)
    const file = asset && (await frozenFile(storage, { asset, network, watermark }))
    if (file === undefined)
      throw new Refusal(
        'not_ready',
        'A picture or video of this post is gone: take it out of the post, or put another in its place.',
      )
    frozen.push({ assetId, alt, ...file })
  }
  return frozen
}

function factsOf(
  { type, title, body, versions }: Content,
  network: Network,
  media: readonly FrozenMedia[],
): PostFacts {
  const version = versions[network]
  return {
    type,
    title: version?.title ?? title,
    parts: [version?.body ?? body, ...(version?.thread ?? [])],
    comment: version?.firstComment,
    media: media.map(
      ({ assetId, alt, mediaType, width, height, bytes, durationMs }): MediaFacts => ({
        assetId,
        alt,
        mediaType,
        width,
        height,
        bytes,
        ...(mediaType === 'image/gif' && { animated: true }),
        ...(durationMs !== undefined && { seconds: durationMs / 1000 }),
      }),
    ),
  }
}

function refuseUnready(facts: PostFacts, network: Network): void {
  const errors = checkPost(facts, network).filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (first === undefined) return
  throw new Refusal('not_ready', first.message, {
    fields: errors.map(({ code, message }) => ({ path: `${network}.${code}`, message })),
  })
}

/** The post with its pictures, the answers after it, and the first comment where the network has one. */
function targetsOf(
  network: Network,
  { title, parts, comment: written = '' }: PostFacts,
  media: readonly FrozenMedia[],
  { networks }: FreezeTools,
): FrozenPost['targets'] {
  const comment = written.trim()
  const takesComment = networks.get(network)?.takesComments === true && comment !== ''
  return [
    ...parts.map((text, index) => ({
      kind: index === 0 ? ('post' as const) : ('reply' as const),
      content: {
        text,
        title: index === 0 ? title : '',
        media: index === 0 ? media : [],
      },
    })),
    ...(takesComment
      ? [{ kind: 'comment' as const, content: { text: comment, title: '', media: [] } }]
      : []),
  ]
}
