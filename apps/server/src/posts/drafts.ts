import type { Draft, DraftChange, Drafts as DraftPage, NewDraft } from '@rheos/contract'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { requireBrand } from '../brands/require-brand.ts'
import type { Clock } from '../clock.ts'
import { containsText } from '../db/contains-text.ts'
import type { Database } from '../db/database.ts'
import { newestFirst, olderThan, pageFrom } from '../db/newest-first.ts'
import { drafts } from '../db/schema.ts'
import { notFound, Refusal } from '../refusal.ts'
import { type DraftRecord, draftView } from './draft-view.ts'

/** The ideas and drafts of a workspace. Editing them never asks the meter. */
export class Drafts {
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
      readonly state?: Draft['state'] | undefined
      readonly brandId?: string | undefined
      readonly q?: string | undefined
      readonly limit: number
      readonly cursor?: string | undefined
    },
  ): Promise<DraftPage> {
    const found = await this.#database.db
      .select()
      .from(drafts)
      .where(
        and(
          eq(drafts.workspaceId, workspaceId),
          isNull(drafts.deletedAt),
          filter.state && eq(drafts.state, filter.state),
          filter.brandId === undefined ? undefined : eq(drafts.brandId, filter.brandId),
          containsText(filter.q, [drafts.title, drafts.body]),
          olderThan(filter.cursor, drafts.updatedAt, drafts.id),
        ),
      )
      .orderBy(...newestFirst(drafts.updatedAt, drafts.id))
      .limit(filter.limit + 1)
    const { items, next } = pageFrom(found, filter.limit, (draft) => ({
      at: draft.updatedAt,
      id: draft.id,
    }))
    return { items: items.map(draftView), next }
  }

  async get(workspaceId: string, draftId: string): Promise<Draft> {
    const draft = await this.find(workspaceId, draftId)
    if (draft === undefined) throw notFound('draft')
    return draft
  }

  async find(workspaceId: string, draftId: string): Promise<Draft | undefined> {
    const [found] = await this.#database.db
      .select()
      .from(drafts)
      .where(and(thisDraft(workspaceId, draftId), isNull(drafts.deletedAt)))
    return found && draftView(found)
  }

  async create(workspaceId: string, memberId: string, draft: NewDraft): Promise<Draft> {
    if (draft.brandId !== undefined) {
      await requireBrand(this.#database.db, workspaceId, draft.brandId)
    }
    const now = this.#clock()
    const [made] = await this.#database.db
      .insert(drafts)
      .values({
        workspaceId,
        id: this.#newId(),
        state: draft.state ?? 'draft',
        brandId: draft.brandId ?? null,
        title: draft.title ?? '',
        body: draft.body ?? '',
        intent: draft.intent ?? null,
        platform: draft.platform ?? null,
        writtenBy: 'hand',
        createdBy: memberId,
        createdAt: now,
        updatedAt: now,
      })
      .returning()
    if (made === undefined) throw new Error('A draft was inserted and not returned.')
    return draftView(made)
  }

  /** A `revision` that is not the present one is refused: somebody else edited meanwhile. */
  async change(workspaceId: string, draftId: string, change: DraftChange): Promise<Draft> {
    return this.#database.transaction(async (tx) => {
      const [draft] = await tx.db
        .select()
        .from(drafts)
        .where(and(thisDraft(workspaceId, draftId), isNull(drafts.deletedAt)))
        .for('update')
      if (draft === undefined) throw notFound('draft')
      if (change.revision !== undefined && change.revision !== draft.revision) {
        throw new Refusal(
          'edited_elsewhere',
          'This draft was changed elsewhere meanwhile. Load it again, or copy your text first.',
        )
      }
      const [written] = await tx.db
        .update(drafts)
        .set({ ...edited(draft, change), updatedAt: this.#clock() })
        .where(thisDraft(workspaceId, draftId))
        .returning()
      if (written === undefined) throw new Error('A locked draft was not there to be written.')
      return draftView(written)
    })
  }

  /** Can be undone by {@link restore}. */
  async delete(workspaceId: string, draftId: string): Promise<void> {
    const deleted = await this.#database.db
      .update(drafts)
      .set({ deletedAt: this.#clock() })
      .where(and(thisDraft(workspaceId, draftId), isNull(drafts.deletedAt)))
      .returning({ id: drafts.id })
    if (deleted.length === 0) throw notFound('draft')
  }

  async restore(workspaceId: string, draftId: string): Promise<Draft> {
    await this.#database.db
      .update(drafts)
      .set({ deletedAt: null })
      .where(and(thisDraft(workspaceId, draftId), isNotNull(drafts.deletedAt)))
    return this.get(workspaceId, draftId)
  }
}

function thisDraft(workspaceId: string, draftId: string) {
  return and(eq(drafts.workspaceId, workspaceId), eq(drafts.id, draftId))
}

/** The columns of an edited draft. Words that a person changed are the person's. */
function edited(draft: DraftRecord, change: DraftChange) {
  const title = change.title ?? draft.title
  const body = change.body ?? draft.body
  const reworded = title !== draft.title || body !== draft.body
  return {
    title,
    body,
    state: change.state ?? draft.state,
    platform: change.platform === undefined ? draft.platform : change.platform,
    writtenBy: reworded ? 'hand' : draft.writtenBy,
    revision: draft.revision + 1,
  } as const
}
