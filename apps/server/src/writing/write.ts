import type { Idea } from '@rheos/contract'
import { loadBrief } from '../brands/brief.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { posts } from '../db/schema.ts'
import { storableJson, storableText } from '../db/storable-text.ts'
import {
  type Delivery,
  GenerationFailure,
  type GenerationKind,
  type Order,
  type Work,
} from '../generation/generation-kind.ts'
import { seedOf } from '../generation/seed.ts'
import type { BrandBrief } from '../models/brand-brief.ts'
import type { TextModel, WritingRequest } from '../models/text-model.ts'
import type { Storage } from '../storage/storage.ts'
import { titleFrom } from './title-from.ts'
import { type WritingOrder, type WritingResult, writingOrderSchema } from './writing-order.ts'

const ideasAtOnce = 3

interface Desk {
  readonly database: Database
  readonly storage: Storage
  readonly model: TextModel
  readonly clock: Clock
  readonly newId: () => string
}

interface Written {
  readonly text: string
  readonly ideas: readonly Idea[]
}

/** Writes what was ordered and shows it as it comes. A caption or a post is kept as a draft. */
export function write(desk: Desk): GenerationKind {
  return {
    kind: 'writing',
    generate: async (order, work) => {
      const request = writingOrderSchema.parse(order.request)
      const { db } = desk.database
      const brand = await loadBrief({ db, storage: desk.storage }, order.workspaceId, order.brandId)
      const written = await writeAll(desk.model, modelRequest(order, request, brand), work)
      assertSomething(request, written)
      const { provider, model } = desk.model
      const units = order.quantity
      return {
        delivered: units,
        madeBy: [{ provider, model, units }],
        keep: keeper(desk, order, request, written),
      }
    },
  }
}

function modelRequest(
  order: Order,
  request: WritingOrder,
  brand: BrandBrief | undefined,
): WritingRequest {
  const about = {
    direction: request.direction,
    intent: request.intent,
    network: request.network,
    seed: seedOf(order.id),
    ...(brand && { brand }),
  }
  return request.kind === 'ideas'
    ? { ...about, kind: 'ideas', count: ideasAtOnce, avoid: request.avoid }
    : { ...about, kind: request.kind, idea: request.idea }
}

async function writeAll(model: TextModel, request: WritingRequest, work: Work): Promise<Written> {
  const parts: string[] = []
  const ideas: Idea[] = []
  for await (const event of model.write(request, { signal: work.signal })) {
    work.signal.throwIfAborted()
    if (event.type === 'done') break
    if (event.type === 'text') parts.push(event.delta)
    else ideas.push(event.idea)
    work.emit(event)
  }
  return { text: parts.join(''), ideas }
}

function assertSomething(request: WritingOrder, written: Written): void {
  const empty = request.kind === 'ideas' ? written.ideas.length === 0 : written.text.trim() === ''
  if (empty) {
    throw new GenerationFailure('provider_failed', 'The AI service returned nothing. Try again.')
  }
}

function keeper(
  desk: Desk,
  order: Order,
  request: WritingOrder,
  written: Written,
): Delivery['keep'] {
  return async (tx): Promise<WritingResult> => {
    if (request.kind === 'ideas') return { postId: null, ideas: storableJson([...written.ideas]) }
    const now = desk.clock()
    const id = desk.newId()
    const body = storableText(written.text).trim()
    await tx.db.insert(posts).values({
      workspaceId: order.workspaceId,
      id,
      state: 'draft',
      brandId: order.brandId ?? null,
      generationId: order.id,
      title: titleFrom(request.idea?.title ?? body),
      body,
      intent: request.intent ?? request.idea?.intent ?? null,
      networks: request.network === undefined ? [] : [request.network],
      writtenBy: 'ai',
      createdBy: order.memberId,
      createdAt: now,
      updatedAt: now,
    })
    return { postId: id, ideas: [] }
  }
}
