import type { Clock } from '../clock.ts'
import type { Transaction } from '../db/database.ts'
import { posts } from '../db/schema.ts'
import { storableJson, storableText } from '../db/storable-text.ts'
import type { Order } from '../generation/generation-kind.ts'
import { titleFrom } from './title-from.ts'
import type { Written } from './write-all.ts'
import type { WritingOrder, WritingResult } from './writing-order.ts'

interface ToKeep {
  readonly order: Order
  readonly asked: WritingOrder
  readonly written: Written
}

interface Keeping {
  readonly clock: Clock
  readonly newId: () => string
}

/** Keeps what was written: a caption or a post as a draft, the rest with its generation. */
export async function keepWritten(
  keeping: Keeping,
  tx: Transaction,
  { order, asked, written }: ToKeep,
): Promise<WritingResult> {
  const isDraft = asked.kind === 'caption' || asked.kind === 'post'
  const text = storableText(written.text)
  return {
    postId: isDraft ? await keepDraft(keeping, tx, { order, asked, body: text }) : null,
    text: text === '' ? null : text,
    ideas: storableJson([...written.ideas]),
    hashtags: storableJson([...written.hashtags]),
    slides: storableJson([...written.slides]),
    note: written.note ?? null,
  }
}

async function keepDraft(
  { clock, newId }: Keeping,
  tx: Transaction,
  draft: {
    readonly order: Order
    readonly asked: Extract<WritingOrder, { kind: 'caption' | 'post' }>
    readonly body: string
  },
): Promise<string> {
  const { order, asked, body } = draft
  const now = clock()
  const id = newId()
  await tx.db.insert(posts).values({
    workspaceId: order.workspaceId,
    id,
    state: 'draft',
    type: asked.postType ?? 'text',
    brandId: order.brandId ?? null,
    generationId: order.id,
    title: titleFrom(asked.idea?.title ?? body),
    body,
    intent: asked.intent ?? asked.idea?.intent ?? null,
    hook: asked.hook ?? asked.idea?.hookId ?? null,
    networks: asked.networks ?? (asked.network === undefined ? [] : [asked.network]),
    writtenBy: 'ai',
    createdBy: order.memberId,
    createdAt: now,
    updatedAt: now,
  })
  return id
}
