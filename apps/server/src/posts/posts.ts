import { isDeepStrictEqual } from 'node:util'
import {
  mediaItemSchema,
  type Network,
  type NewPost,
  type Post,
  type PostChange,
  type PostContent,
  type Posts as PostPage,
  type PostRevision,
  type PostRevisionDetail,
} from '@rheos/contract'
import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { requireBrand } from '../brands/require-brand.ts'
import type { Clock } from '../clock.ts'
import { containsText } from '../db/contains-text.ts'
import type { Database, Transaction } from '../db/database.ts'
import { newestFirst, olderThan, pageFrom } from '../db/newest-first.ts'
import { posts } from '../db/schema.ts'
import { momentText } from '../instant-text.ts'
import { withdrawDeliveries } from '../publishing/deliveries/account-changes.ts'
import { notFound, Refusal } from '../refusal.ts'
import { announcePost } from './announce-post.ts'
import { mergeChange } from './merge-change.ts'
import { assetIdsOf, contentOf, givenContent } from './post-content.ts'
import {
  baseFields,
  changedFields,
  fieldsOf,
  type PostFields,
  versionsWith,
} from './post-fields.ts'
import { PostHistory } from './post-history.ts'
import { type PostRecord, postView } from './post-view.ts'
import { isKnownCarousel, requireCarousel } from './require-carousel.ts'
import { knownMedia, requireMedia } from './require-media.ts'

/** The ideas and drafts of a workspace. Editing them never asks the meter. */
export class Posts {
  readonly #database: Database
  readonly #clock: Clock
  readonly #newId: () => string
  readonly #history: PostHistory

  constructor(options: {
    readonly database: Database
    readonly clock: Clock
    readonly newId: () => string
  }) {
    this.#database = options.database
    this.#clock = options.clock
    this.#newId = options.newId
    this.#history = new PostHistory(options)
  }

  /** The most recently changed first. */
  async list(
    workspaceId: string,
    filter: {
      readonly state?: readonly Post['state'][] | undefined
      readonly brandId?: string | undefined
      readonly network?: Network | undefined
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
          filter.state && inArray(posts.state, [...filter.state]),
          filter.brandId === undefined ? undefined : eq(posts.brandId, filter.brandId),
          filter.network && sql`${posts.networks} @> ${JSON.stringify([filter.network])}::jsonb`,
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
    const { db } = this.#database
    if (post.brandId !== undefined) await requireBrand(db, workspaceId, post.brandId)
    const content = givenContent(post)
    await requireMedia(db, workspaceId, assetIdsOf(content))
    if (content.carouselId) await requireCarousel(db, workspaceId, content.carouselId)
    const now = this.#clock()
    const [made] = await db
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
        ...content,
        writtenBy: 'hand',
        createdBy: memberId,
        createdAt: now,
        updatedAt: now,
      })
      .returning()
    if (made === undefined) throw new Error('A post was inserted and not returned.')
    return postView(made)
  }

  /**
   * Joins a change with what was changed elsewhere since it began. What cannot be joined is refused
   * as a whole, with the post as it is, and kept in the history.
   */
  async change(
    workspaceId: string,
    memberId: string,
    postId: string,
    change: PostChange,
  ): Promise<Post> {
    const { post, conflicts } = await this.#database.transaction(async (tx) => {
      const post = await lockPost(tx, workspaceId, postId)
      refuseSent(post, change)
      const changed = changedFields(change)
      const { fields, conflicts } = mergeChange({
        current: new Map([...fieldsOf(contentOf(post)), ['state', post.state]]),
        change: changed,
        base: baseFields(change.base, changed),
        changedSince: (field) =>
          change.revision !== undefined && (post.fieldRevisions[field] ?? 0) > change.revision,
      })
      if (conflicts.length > 0) {
        const content = contentOf({ ...post, ...columnsOf(post, changed) })
        await this.#history.setAside(tx, { post, content, memberId })
        return { post, conflicts }
      }
      const kind = change.reason ?? 'edit'
      return { post: await this.#write(tx, post, fields, { memberId, kind }), conflicts }
    })
    if (conflicts.length > 0) throw editedElsewhere(post, conflicts)
    return postView(post)
  }

  /** The states one can go back to, newest first. */
  async revisions(workspaceId: string, postId: string): Promise<PostRevision[]> {
    await this.get(workspaceId, postId)
    return this.#history.list(workspaceId, postId)
  }

  async revision(workspaceId: string, postId: string, number: number): Promise<PostRevisionDetail> {
    await this.get(workspaceId, postId)
    return this.#history.get(workspaceId, postId, number)
  }

  /** Makes of an earlier state the newest. Pictures and a carousel that are gone meanwhile stay away. */
  async bringBack(
    workspaceId: string,
    memberId: string,
    postId: string,
    number: number,
  ): Promise<Post> {
    const { content, at } = await this.revision(workspaceId, postId, number)
    const summary = `Brought back what was there on ${momentText(Date.parse(at))}`
    const post = await this.#database.transaction(async (tx) => {
      const post = await lockPost(tx, workspaceId, postId)
      const known = await knownMedia(tx.db, workspaceId, assetIdsOf(content))
      const current = fieldsOf(contentOf(post))
      const { carouselId } = content
      const isGone = carouselId !== null && !(await isKnownCarousel(tx.db, workspaceId, carouselId))
      const left = withoutMedia(content, known)
      const wanted = fieldsOf(isGone ? { ...left, carouselId: null } : left)
      const names = new Set([...current.keys(), ...wanted.keys()])
      const fields = new Map([...names].map((name) => [name, wanted.get(name)]))
      for (const [name, value] of fields) {
        if (isDeepStrictEqual(value, current.get(name))) fields.delete(name)
      }
      return this.#write(tx, post, fields, { memberId, kind: 'restore', summary })
    })
    return postView(post)
  }

  async #write(
    tx: Transaction,
    post: PostRecord,
    fields: PostFields,
    by: {
      readonly memberId: string
      readonly kind: 'edit' | 'rewrite' | 'restore'
      readonly summary?: string
    },
  ): Promise<PostRecord> {
    if (fields.size === 0) return post
    const columns = columnsOf(post, fields)
    const added = [...assetIdsOf(columns)].filter((id) => !assetIdsOf(post).has(id))
    await requireMedia(tx.db, post.workspaceId, added)
    if (columns.carouselId && columns.carouselId !== post.carouselId)
      await requireCarousel(tx.db, post.workspaceId, columns.carouselId)
    const revision = post.revision + 1
    const touched = Object.fromEntries([...fields.keys()].map((name) => [name, revision]))
    const [written] = await tx.db
      .update(posts)
      .set({
        ...columns,
        writtenBy: isReworded(fields) ? 'hand' : post.writtenBy,
        revision,
        fieldRevisions: { ...post.fieldRevisions, ...touched },
        updatedAt: this.#clock(),
      })
      .where(thisPost(post.workspaceId, post.id))
      .returning()
    if (written === undefined) throw new Error('A locked post was not there to be written.')
    await this.#history.record(tx, { before: post, after: written, ...by })
    await announcePost(tx, written, by.memberId)
    return written
  }

  /** Can be undone by {@link restore}; what was scheduled is a draft again then. */
  async delete(workspaceId: string, postId: string): Promise<void> {
    await this.#database.transaction(async (tx) => {
      const { state } = await lockPost(tx, workspaceId, postId)
      if (state === 'publishing')
        throw new Refusal(
          'already_publishing',
          'This post is just going out: wait until it is done, then delete it.',
        )
      await withdrawDeliveries(tx, { workspaceId, postId })
      await tx.db
        .update(posts)
        .set({ deletedAt: this.#clock() })
        .where(thisPost(workspaceId, postId))
    })
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

async function lockPost(tx: Transaction, workspaceId: string, postId: string): Promise<PostRecord> {
  const [post] = await tx.db
    .select()
    .from(posts)
    .where(and(thisPost(workspaceId, postId), isNull(posts.deletedAt)))
    .for('update')
  if (post === undefined) throw notFound('post')
  return post
}

/** What is out, or just going out, is what it was; and only scheduling takes a post off the calendar. */
function refuseSent({ state }: PostRecord, change: PostChange): void {
  if (state === 'publishing' || state === 'published')
    throw new Refusal(
      'already_publishing',
      'This post is out, or just going out, so it stays as it is: duplicate it to change it.',
    )
  if (change.state !== undefined && state !== 'idea' && state !== 'draft')
    throw new Refusal('conflict', 'This post is scheduled: take it off the calendar first.')
}

/** The columns that hold these fields, with what else stands in them. */
function columnsOf(post: PostRecord, fields: PostFields): Partial<PostRecord> {
  const columns: Record<string, unknown> = {}
  for (const [name, value] of fields) {
    if (!name.includes('.')) columns[name] = value
  }
  if (columns['media'] !== undefined) {
    columns['media'] = (columns['media'] as unknown[]).map((item) => mediaItemSchema.parse(item))
  }
  if ([...fields.keys()].some((name) => name.includes('.'))) {
    columns['versions'] = versionsWith(post.versions, fields)
  }
  return columns as Partial<PostRecord>
}

/** Words that a person changed are the person's. */
function isReworded(fields: PostFields): boolean {
  return [...fields.keys()].some((name) => /(^|\.)(title|body|thread)$/.test(name))
}

function editedElsewhere(post: PostRecord, conflicts: readonly string[]): Refusal {
  return new Refusal(
    'edited_elsewhere',
    'The same words were changed elsewhere meanwhile. Choose which of the two stands; the other stays in the version history.',
    {
      post: postView(post),
      fields: conflicts.map((path) => ({ path, message: 'was changed elsewhere too' })),
    },
  )
}

function withoutMedia(content: PostContent, known: ReadonlySet<string>): PostContent {
  const kept = (media: PostContent['media']) => media.filter(({ assetId }) => known.has(assetId))
  const versions = Object.entries(content.versions).map(([network, version]) => [
    network,
    version?.media === undefined ? version : { ...version, media: kept(version.media) },
  ])
  return { ...content, media: kept(content.media), versions: Object.fromEntries(versions) }
}
