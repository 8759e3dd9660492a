import type { KeptIdeas, KeptPosts } from '@rheos/contract'
import { requireBrandIfAny } from '../brands/require-brand.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { posts } from '../db/schema.ts'
import { postView } from '../posts/post-view.ts'
import { titleFrom } from './title-from.ts'

type GivenIdea = KeptIdeas['ideas'][number]

/** Keeps ideas under Posts, all of them or none, the first on top. */
export async function keepIdeas(
  keeping: { readonly database: Database; readonly clock: Clock; readonly newId: () => string },
  who: { readonly workspaceId: string; readonly memberId: string },
  { ideas, state = 'idea', brandId, networks = [], postType = 'text' }: KeptIdeas,
): Promise<KeptPosts> {
  const now = keeping.clock()
  const rows = ideas.map((idea, at) => ({
    workspaceId: who.workspaceId,
    id: keeping.newId(),
    state,
    type: postType,
    brandId: brandId ?? null,
    title: titleFrom(idea.title || idea.hook),
    body: bodyOf(idea),
    intent: idea.intent,
    hook: idea.hookId ?? null,
    networks,
    writtenBy: 'ai' as const,
    createdBy: who.memberId,
    // Lists begin with what changed last: a step apart, they keep their order.
    createdAt: now - at,
    updatedAt: now - at,
  }))
  return keeping.database.transaction(async (tx) => {
    await requireBrandIfAny(tx.db, who.workspaceId, brandId)
    const kept = await tx.db.insert(posts).values(rows).returning()
    const byId = new Map(kept.map((post) => [post.id, post]))
    return { items: rows.flatMap(({ id }) => byId.get(id) ?? []).map(postView) }
  })
}

/** The first line, how it goes about it, and its points: enough to be written from, by hand or not. */
function bodyOf({ hook, angle, details }: GivenIdea): string {
  const outline = (details?.outline ?? []).map((point) => `– ${point}`).join('\n')
  return [hook, angle, outline].filter((part) => part.trim() !== '').join('\n\n')
}
