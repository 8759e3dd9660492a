import type { Draft } from '@rheos/contract'
import { isoInstant } from '../clock.ts'
import type { drafts } from '../db/schema.ts'

/** A draft as it is stored. */
export type DraftRecord = typeof drafts.$inferSelect

export function draftView(draft: DraftRecord): Draft {
  return {
    id: draft.id,
    state: draft.state,
    brandId: draft.brandId,
    title: draft.title,
    body: draft.body,
    intent: draft.intent,
    platform: draft.platform,
    writtenBy: draft.writtenBy,
    revision: draft.revision,
    createdAt: isoInstant(draft.createdAt),
    updatedAt: isoInstant(draft.updatedAt),
  }
}
