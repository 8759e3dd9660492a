import type { Post, Schedule } from '@rheos/contract'
import { isoInstant } from '../clock.ts'
import type { posts } from '../db/schema.ts'

/** A draft as it is stored. */
export type PostRecord = typeof posts.$inferSelect

export function postView(post: PostRecord): Post {
  return {
    id: post.id,
    state: post.state,
    type: post.type,
    brandId: post.brandId,
    title: post.title,
    body: post.body,
    intent: post.intent,
    hook: post.hook,
    networks: [...post.networks],
    versions: post.versions,
    media: [...post.media],
    carouselId: post.carouselId,
    writtenBy: post.writtenBy,
    schedule: scheduleView(post),
    revision: post.revision,
    createdAt: isoInstant(post.createdAt),
    updatedAt: isoInstant(post.updatedAt),
  }
}

function scheduleView(post: PostRecord): Schedule | null {
  const { scheduledAt, wallTime, timeZone, recurrence, socialAccountIds } = post
  if (scheduledAt === null || wallTime === null || timeZone === null) return null
  return { at: isoInstant(scheduledAt), wallTime, timeZone, recurrence, socialAccountIds }
}
