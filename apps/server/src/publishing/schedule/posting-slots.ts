import type { FreeSlots, PostingSlots as Slots } from '@rheos/contract'
import { and, eq, gte, isNull } from 'drizzle-orm'
import { requireBrand } from '../../brands/require-brand.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/database.ts'
import { postingSlots } from '../../db/publishing-tables.ts'
import { posts } from '../../db/schema.ts'
import { defaultSlots, freeSlots } from './free-slots.ts'
import { requireTimeZone } from './wall-time.ts'

/** When brands like to post. */
export class PostingSlots {
  readonly #database: Database
  readonly #clock: Clock

  constructor(options: { readonly database: Database; readonly clock: Clock }) {
    this.#database = options.database
    this.#clock = options.clock
  }

  /** Those of a brand, or the usual ones in `timeZone`. */
  async of(workspaceId: string, brandId: string, timeZone: string): Promise<Slots> {
    requireTimeZone(timeZone)
    await requireBrand(this.#database.db, workspaceId, brandId)
    const [row] = await this.#database.db
      .select()
      .from(postingSlots)
      .where(and(eq(postingSlots.workspaceId, workspaceId), eq(postingSlots.brandId, brandId)))
    if (row === undefined) return defaultSlots(timeZone)
    return { timeZone: row.timeZone, slots: row.slots.map((slot) => ({ ...slot })) }
  }

  async set(workspaceId: string, brandId: string, { timeZone, slots }: Slots): Promise<Slots> {
    requireTimeZone(timeZone)
    await requireBrand(this.#database.db, workspaceId, brandId)
    const set = { timeZone, slots, updatedAt: this.#clock() }
    await this.#database.db
      .insert(postingSlots)
      .values({ workspaceId, brandId, ...set })
      .onConflictDoUpdate({ target: [postingSlots.workspaceId, postingSlots.brandId], set })
    return { timeZone, slots }
  }

  /** The next at which nothing of the brand is planned. */
  async free(
    workspaceId: string,
    brandId: string,
    wish: { readonly timeZone: string; readonly count: number },
  ): Promise<FreeSlots['items']> {
    const slots = await this.of(workspaceId, brandId, wish.timeZone)
    const now = this.#clock()
    const planned = await this.#database.db
      .select({ at: posts.scheduledAt })
      .from(posts)
      .where(
        and(
          eq(posts.workspaceId, workspaceId),
          eq(posts.brandId, brandId),
          isNull(posts.deletedAt),
          gte(posts.scheduledAt, now),
        ),
      )
    const taken = new Set(planned.flatMap(({ at }) => (at === null ? [] : [at])))
    return freeSlots(slots, taken, now, wish.count)
  }
}
