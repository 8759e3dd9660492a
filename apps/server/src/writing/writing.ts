import type { KeptIdeas, KeptPosts, NewWriting, WritingEvent } from '@rheos/contract'
import { requireBrandIfAny } from '../brands/require-brand.ts'
import type { Transaction } from '../db/database.ts'
import { errorView } from '../generation/ending-view.ts'
import type { GenerationRecord } from '../generation/generation-record.ts'
import type { Generations } from '../generation/generations.ts'
import type { Posts } from '../posts/posts.ts'
import { Refusal } from '../refusal.ts'
import { keepIdeas } from './keep-ideas.ts'
import { actionOf, orderFrom } from './order-from.ts'
import { requireAsset, requirePost } from './require-named.ts'
import { type WritingOrder, writingOrderSchema, writingResultSchema } from './writing-order.ts'

type Done = Extract<WritingEvent, { type: 'done' }>

/** Everything that is written while the person watches: ideas, posts, rewritings, slides. */
export class Writing {
  readonly #generations: Generations
  readonly #posts: Posts
  readonly #keeping: Parameters<typeof keepIdeas>[0]

  constructor(
    options: {
      readonly generations: Generations
      readonly posts: Posts
    } & Parameters<typeof keepIdeas>[0],
  ) {
    this.#generations = options.generations
    this.#posts = options.posts
    this.#keeping = options
  }

  /** Keeps ideas under Posts, all of them or none. */
  async keepIdeas(
    who: { readonly workspaceId: string; readonly memberId: string },
    ideas: KeptIdeas,
  ): Promise<KeptPosts> {
    return keepIdeas(this.#keeping, who, ideas)
  }

  /**
   * Writes, calling `emit` as it comes, and resolves with what was kept. Throws a {@link Refusal}
   * when nothing could be written; nothing was emitted when the meter refused.
   */
  async write(
    who: { readonly workspaceId: string; readonly memberId: string },
    body: NewWriting,
    options: {
      readonly idempotencyKey: string | undefined
      readonly emit: (event: WritingEvent) => void
      readonly signal: AbortSignal
    },
  ): Promise<Done> {
    const request = orderFrom(writingOrderSchema.parse(body))
    const { record } = await this.#generations.runInline(
      {
        ...who,
        brandId: body.brandId,
        kind: 'writing',
        action: actionOf(body.kind),
        quantity: 1,
        request,
        quote: body.quote,
        idempotencyKey: options.idempotencyKey,
        body,
        check: (tx) => checkNamed(tx, who.workspaceId, request),
      },
      // Only this kind's own events come here.
      (event) => options.emit(event as WritingEvent),
      options.signal,
    )
    return this.#doneFrom(record)
  }

  async #doneFrom(record: GenerationRecord): Promise<Done> {
    if (record.status !== 'succeeded') throw refusalFrom(record)
    const { postId, ...kept } = writingResultSchema.parse(record.result)
    const post = postId === null ? undefined : await this.#posts.find(record.workspaceId, postId)
    return {
      type: 'done',
      generationId: record.id,
      post: post ?? null,
      ...kept,
      credits: record.spent,
    }
  }
}

/** Whatever a request names is of this workspace, or not there. */
async function checkNamed(tx: Transaction, workspaceId: string, body: WritingOrder): Promise<void> {
  await requireBrandIfAny(tx.db, workspaceId, body.brandId)
  if ('postId' in body) await requirePost(tx.db, workspaceId, body.postId)
  if (body.kind === 'alt') await requireAsset(tx.db, workspaceId, body.assetId)
}

function refusalFrom(record: GenerationRecord): Refusal {
  const error = errorView(record)
  if (error !== undefined) return new Refusal(error.code, error.detail, { charged: record.spent })
  return new Refusal('conflict', 'This is still being written. Wait a moment, then try again.', {
    retryAfter: 2,
  })
}
