import {
  mediaItemSchema,
  type NewPost,
  type Post,
  type PostChange,
  type Posts as PostPage,
  postVersionsSchema,
} from '@rheos/contract'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { requireBrand } from '../brands/require-brand.ts'
import type { Clock } from '../clock.ts'
import { containsText } from '../db/contains-text.ts'
import type { Database } from '../db/database.ts'
import { newestFirst, olderThan, pageFrom } from '../db/newest-first.ts'
import { posts } from '../db/schema.ts'
import { notFound, Refusal } from '../refusal.ts'
import { type PostRecord, postView } from './post-view.ts'

/** The ideas and drafts of a workspace. Editing them never asks the meter. */
export class Posts {
  readonly #database: Database
  readonly #clock: Clock
  readonly #newId: () => string

  constructor(options: {
    readonly database: Database
    readonly clock: Clock
    readonly newId: () => string
  }) {
    this.#database = options.database
    this.#clock = options.clock
    this.#newId = options.newId
  }

  /** The most recently changed first. */
  async list(
    workspaceId: string,
    filter: {
      readonly state?: Post['state'] | undefined
      readonly brandId?: string | undefined
      readonly q?: string | undefined
      readonly limit: number
      readonly cursor?: string | undefined
    },
  ): Promise<PostPage> {
    const found = await this.#database.db
      .select()
      .from(posts)
      .where(
        and(
          eq(posts.workspaceId, workspaceId),
          isNull(posts.deletedAt),
          filter.state && eq(posts.state, filter.state),
          filter.brandId === undefined ? undefined : eq(posts.brandId, filter.brandId),
          containsText(filter.q, [posts.title, posts.body]),
          olderThan(filter.cursor, posts.updatedAt, posts.id),
        ),
      )
      .orderBy(...newestFirst(posts.updatedAt, posts.id))
      .limit(filter.limit + 1)
    const { items, next } = pageFrom(found, filter.limit, (post) => ({
      at: post.updatedAt,
      id: post.id,
    }))
    return { items: items.map(postView), next }
  }

  async get(workspaceId: string, postId: string): Promise<Post> {
    const post = await this.find(workspaceId, postId)
    if (post === undefined) throw notFound('post')
    return post
  }

  async find(workspaceId: string, postId: string): Promise<Post | undefined> {
    const [found] = await this.#database.db
      .select()
      .from(posts)
      .where(and(thisPost(workspaceId, postId), isNull(posts.deletedAt)))
    return found && postView(found)
  }

  async create(workspaceId: string, memberId: string, post: NewPost): Promise<Post> {
    if (post.brandId !== undefined) {
      await requireBrand(this.#database.db, workspaceId, post.brandId)
    }
    const now = this.#clock()
    const [made] = await this.#database.db
      .insert(posts)
      .values({
        workspaceId,
        id: this.#newId(),
        state: post.state ?? 'draft',
        brandId: post.brandId ?? null,
        title: post.title ?? '',
        body: post.body ?? '',
        intent: post.intent ?? null,
        hook: post.hook ?? null,
        ...contentOf(post),
        writtenBy: 'hand',
        createdBy: memberId,
        createdAt: now,
        updatedAt: now,
      })
      .returning()
    if (made === undefined) throw new Error('A post was inserted and not returned.')
    return postView(made)
  }

  /** A `revision` that is not the present one is refused: somebody else edited meanwhile. */
  async change(workspaceId: string, postId: string, change: PostChange): Promise<Post> {
    return this.#database.transaction(async (tx) => {
      const [post] = await tx.db
        .select()
        .from(posts)
        .where(and(thisPost(workspaceId, postId), isNull(posts.deletedAt)))
        .for('update')
      if (post === undefined) throw notFound('post')
      if (change.revision !== undefined && change.revision !== post.revision) {
        throw new Refusal(
          'edited_elsewhere',
          'This post was changed elsewhere meanwhile. Load it again, or copy your text first.',
        )
      }
      const [written] = await tx.db
        .update(posts)
        .set({ ...edited(post, change), updatedAt: this.#clock() })
        .where(thisPost(workspaceId, postId))
        .returning()
      if (written === undefined) throw new Error('A locked post was not there to be written.')
      return postView(written)
    })
  }

  /** Can be undone by {@link restore}. */
  async delete(workspaceId: string, postId: string): Promise<void> {
    const deleted = await this.#database.db
      .update(posts)
      .set({ deletedAt: this.#clock() })
      .where(and(thisPost(workspaceId, postId), isNull(posts.deletedAt)))
      .returning({ id: posts.id })
    if (deleted.length === 0) throw notFound('post')
  }

  async restore(workspaceId: string, postId: string): Promise<Post> {
    await this.#database.db
      .update(posts)
      .set({ deletedAt: null })
      .where(and(thisPost(workspaceId, postId), isNotNull(posts.deletedAt)))
    return this.get(workspaceId, postId)
  }
}

function thisPost(workspaceId: string, postId: string) {
  return and(eq(posts.workspaceId, workspaceId), eq(posts.id, postId))
}

/** The columns of an edited post. Words that a person changed are the person's. */
function edited(post: PostRecord, change: PostChange) {
  const title = change.title ?? post.title
  const body = change.body ?? post.body
  const reworded = title !== post.title || body !== post.body
  return {
    title,
    body,
    state: change.state ?? post.state,
    ...contentOf(change),
    writtenBy: reworded ? 'hand' : post.writtenBy,
    revision: post.revision + 1,
  } as const
}

/** What was given of a post's content; what was not stays as it is. */
function contentOf(given: NewPost | PostChange) {
  const { type, networks, versions, media, carouselId } = given
  return {
    ...(type !== undefined && { type }),
    ...(networks !== undefined && { networks }),
    ...(versions !== undefined && { versions: postVersionsSchema.parse(versions) }),
    ...(media !== undefined && { media: media.map((item) => mediaItemSchema.parse(item)) }),
    ...(carouselId !== undefined && { carouselId }),
  }
}
