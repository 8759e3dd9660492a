import { isDeepStrictEqual } from 'node:util'
import type { PostContent, PostRevision, PostRevisionDetail } from '@rheos/contract'
import { and, desc, eq, inArray } from 'drizzle-orm'
import { type Clock, isoInstant } from '../clock.ts'
import type { Database, Transaction } from '../db/database.ts'
import { postRevisions } from '../db/post-revisions-table.ts'
import { members } from '../db/schema.ts'
import { notFound } from '../refusal.ts'
import { changeSummary } from './change-summary.ts'
import { contentOf } from './post-content.ts'
import type { PostRecord } from './post-view.ts'
import { thinHistory } from './thin-history.ts'

type Row = typeof postRevisions.$inferSelect

/** Edits of one member that follow each other within this time are one state of the history. */
const burstMs = 5 * 60_000
const revisionsMax = 100

/** The states of posts that people can go back to. The newest of a post is always the post itself. */
export class PostHistory {
  readonly #database: Database
  readonly #clock: Clock

  constructor(options: { readonly database: Database; readonly clock: Clock }) {
    this.#database = options.database
    this.#clock = options.clock
  }

  /** Newest first. */
  async list(workspaceId: string, postId: string): Promise<PostRevision[]> {
    const { content: _, ...columns } = revisionColumns
    const found = await this.#database.db
      .select(columns)
      .from(postRevisions)
      .leftJoin(members, isWriter)
      .where(ofPost(workspaceId, postId))
      .orderBy(desc(postRevisions.number))
    return found.map(revisionView)
  }

  async get(workspaceId: string, postId: string, number: number): Promise<PostRevisionDetail> {
    const [found] = await this.#database.db
      .select(revisionColumns)
      .from(postRevisions)
      .leftJoin(members, isWriter)
      .where(and(ofPost(workspaceId, postId), eq(postRevisions.number, number)))
    if (found === undefined) throw notFound('version')
    return { ...revisionView(found), content: found.content }
  }

  /** Writes down what a post has become; the caller holds the post's row. */
  async record(
    tx: Transaction,
    change: {
      readonly before: PostRecord
      readonly after: PostRecord
      readonly memberId: string
      readonly kind: 'edit' | 'rewrite' | 'restore'
      readonly summary?: string
    },
  ): Promise<void> {
    const { before, after, memberId, kind } = change
    const content = contentOf(after)
    if (isDeepStrictEqual(contentOf(before), content)) return
    const states = await this.#newestStates(tx, before)
    const [last, beforeLast] = states
    const now = this.#clock()
    const joins =
      kind === 'edit' &&
      last?.kind === 'edit' &&
      !last.sealed &&
      last.memberId === memberId &&
      now - last.beganAt < burstMs
    const since = (joins ? beforeLast?.content : last?.content) ?? contentOf(before)
    const summary = change.summary ?? (changeSummary(since, content) || 'Nothing in the end')
    if (joins) {
      const joined = { content, summary, at: now }
      await tx.db.update(postRevisions).set(joined).where(isRow(last))
      return
    }
    await this.#insert(tx, { post: after, kind, content, summary, memberId, at: now })
  }

  /** Keeps what could not be joined with another's edit, and closes the burst that it met. */
  async setAside(
    tx: Transaction,
    given: { readonly post: PostRecord; readonly content: PostContent; readonly memberId: string },
  ): Promise<void> {
    const { post, content, memberId } = given
    const [last] = await this.#newestStates(tx, post)
    if (last !== undefined) {
      await tx.db.update(postRevisions).set({ sealed: true }).where(isRow(last))
    }
    const now = this.#clock()
    const summary = `Not saved, changed elsewhere too: ${changeSummary(contentOf(post), content)}`
    const [kept] = await tx.db
      .select()
      .from(postRevisions)
      .where(ofPost(post.workspaceId, post.id))
      .orderBy(desc(postRevisions.number))
      .limit(1)
    // The page asks again with what was typed since: one state, not one for each attempt.
    if (kept?.kind === 'set_aside' && kept.memberId === memberId && now - kept.beganAt < burstMs) {
      await tx.db.update(postRevisions).set({ content, summary, at: now }).where(isRow(kept))
      return
    }
    await this.#insert(tx, { post, kind: 'set_aside', content, summary, memberId, at: now })
  }

  /** The newest states that the post was in, after the first of all was written down. */
  async #newestStates(tx: Transaction, post: PostRecord): Promise<Row[]> {
    const found = await tx.db
      .select()
      .from(postRevisions)
      .where(
        and(
          ofPost(post.workspaceId, post.id),
          inArray(postRevisions.kind, ['begun', 'edit', 'rewrite', 'restore']),
        ),
      )
      .orderBy(desc(postRevisions.number))
      .limit(2)
    if (found.length > 0) return found
    await this.#insert(tx, {
      post,
      kind: 'begun',
      content: contentOf(post),
      summary: post.writtenBy === 'ai' ? 'Written by AI' : 'Begun',
      memberId: post.createdBy,
      at: post.updatedAt,
    })
    return this.#newestStates(tx, post)
  }

  async #insert(
    tx: Transaction,
    row: Pick<Row, 'kind' | 'content' | 'summary' | 'memberId' | 'at'> & {
      readonly post: PostRecord
    },
  ): Promise<void> {
    const { post, ...columns } = row
    const { workspaceId, id: postId } = post
    const known = await tx.db
      .select({ number: postRevisions.number, at: postRevisions.at })
      .from(postRevisions)
      .where(ofPost(workspaceId, postId))
      .orderBy(postRevisions.number)
    const number = (known.at(-1)?.number ?? 0) + 1
    await tx.db
      .insert(postRevisions)
      .values({ workspaceId, postId, number, ...columns, beganAt: row.at })
    const gone = thinHistory([...known, { number, at: row.at }], revisionsMax)
    if (gone.length === 0) return
    await tx.db
      .delete(postRevisions)
      .where(and(ofPost(workspaceId, postId), inArray(postRevisions.number, gone)))
  }
}

const revisionColumns = {
  number: postRevisions.number,
  kind: postRevisions.kind,
  summary: postRevisions.summary,
  memberId: postRevisions.memberId,
  at: postRevisions.at,
  content: postRevisions.content,
  memberName: members.name,
}

const isWriter = and(
  eq(members.workspaceId, postRevisions.workspaceId),
  eq(members.userId, postRevisions.memberId),
)

function ofPost(workspaceId: string, postId: string) {
  return and(eq(postRevisions.workspaceId, workspaceId), eq(postRevisions.postId, postId))
}

function isRow({ workspaceId, postId, number }: Row) {
  return and(ofPost(workspaceId, postId), eq(postRevisions.number, number))
}

function revisionView(
  row: Pick<Row, 'number' | 'kind' | 'summary' | 'memberId' | 'at'> & {
    readonly memberName: string | null
  },
): PostRevision {
  return {
    number: row.number,
    kind: row.kind,
    summary: row.summary,
    by: { id: row.memberId, name: row.memberName ?? 'Somebody who left' },
    at: isoInstant(row.at),
  }
}
