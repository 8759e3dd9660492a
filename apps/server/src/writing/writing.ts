import type { NewWriting, WritingEvent } from '@rheos/contract'
import { requireBrandIfAny } from '../brands/require-brand.ts'
import { errorView } from '../generation/ending-view.ts'
import type { GenerationRecord } from '../generation/generation-record.ts'
import type { Generations } from '../generation/generations.ts'
import type { Drafts } from '../posts/drafts.ts'
import { Refusal } from '../refusal.ts'
import { type WritingOrder, writingResultSchema } from './writing-order.ts'

type Done = Extract<WritingEvent, { type: 'done' }>

/** Ideas, captions and posts: written while the person watches. */
export class Writing {
  readonly #generations: Generations
  readonly #drafts: Drafts

  constructor(options: {
    readonly generations: Generations
    readonly drafts: Drafts
  }) {
    this.#generations = options.generations
    this.#drafts = options.drafts
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
    const { draftId, ideas } = writingResultSchema.parse(record.result)
    const draft =
      draftId === null ? undefined : await this.#drafts.find(record.workspaceId, draftId)
    return {
      type: 'done',
      generationId: record.id,
      draft: draft ?? null,
      ideas,
      credits: record.spent,
    }
  }
}

function orderFrom(body: NewWriting): WritingOrder {
  const { direction = '', intent, platform } = body
  const about = { direction, ...(intent && { intent }), ...(platform && { platform }) }
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
