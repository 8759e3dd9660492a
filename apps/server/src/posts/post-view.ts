import type { Post } from '@rheos/contract'
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
    revision: post.revision,
    createdAt: isoInstant(post.createdAt),
    updatedAt: isoInstant(post.updatedAt),
  }
}
