import type { NewWriting, WritingEvent } from '@rheos/contract'
import { requireBrandIfAny } from '../brands/require-brand.ts'
import { errorView } from '../generation/ending-view.ts'
import type { GenerationRecord } from '../generation/generation-record.ts'
import type { Generations } from '../generation/generations.ts'
import type { Posts } from '../posts/posts.ts'
import { Refusal } from '../refusal.ts'
import { type WritingOrder, writingResultSchema } from './writing-order.ts'

type Done = Extract<WritingEvent, { type: 'done' }>

/** Ideas, captions and posts: written while the person watches. */
export class Writing {
  readonly #generations: Generations
  readonly #posts: Posts

  constructor(options: {
    readonly generations: Generations
    readonly posts: Posts
  }) {
    this.#generations = options.generations
    this.#posts = options.posts
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
    const request = orderFrom(body)
    const { record } = await this.#generations.runInline(
      {
        ...who,
        brandId: body.brandId,
        kind: 'writing',
        action: `text.${body.kind}`,
        quantity: 1,
        request,
        quote: body.quote,
        idempotencyKey: options.idempotencyKey,
        body,
        check: ({ db }) => requireBrandIfAny(db, who.workspaceId, body.brandId),
      },
      // Only this kind's own events come here.
      (event) => options.emit(event as WritingEvent),
      options.signal,
    )
    return this.#doneFrom(record)
  }

  async #doneFrom(record: GenerationRecord): Promise<Done> {
    if (record.status !== 'succeeded') throw refusalFrom(record)
    const { postId, ideas } = writingResultSchema.parse(record.result)
    const post = postId === null ? undefined : await this.#posts.find(record.workspaceId, postId)
    return {
      type: 'done',
      generationId: record.id,
      post: post ?? null,
      ideas,
      credits: record.spent,
    }
  }
}

function orderFrom(body: NewWriting): WritingOrder {
  const { direction = '', intent, network } = body
  const about = { direction, ...(intent && { intent }), ...(network && { network }) }
  if (body.kind === 'ideas') return { kind: 'ideas', avoid: body.avoid ?? [], ...about }
  if (direction === '' && body.idea === undefined) {
    throw new Refusal('invalid_request', 'Say what it should be about, or choose an idea.', {
      fields: [{ path: 'direction', message: 'say what it should be about' }],
    })
  }
  return { kind: body.kind, ...about, ...(body.idea && { idea: body.idea }) }
}

function refusalFrom(record: GenerationRecord): Refusal {
  const error = errorView(record)
  if (error !== undefined) return new Refusal(error.code, error.detail, { charged: record.spent })
  return new Refusal('conflict', 'This is still being written. Wait a moment, then try again.', {
    retryAfter: 2,
  })
}
