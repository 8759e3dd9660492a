import { and, asc, eq, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { deliveries } from '../../db/publishing-tables.ts'
import { posts } from '../../db/schema.ts'
import type { Networks } from '../../networks/networks.ts'
import type { PostRecord } from '../../posts/post-view.ts'
import { Refusal } from '../../refusal.ts'
import { rememberFrozen } from '../deliveries/frozen-targets.ts'
import { openDeliveries, writeTargets } from '../deliveries/open-deliveries.ts'
import { tellOfDelivery, tellOfPost } from '../deliveries/tell-of-delivery.ts'
import type { Freeze } from '../publishing-ports.ts'
import { occurrenceAfter } from './occurrences.ts'
import { instantOf } from './wall-time.ts'

const batchMax = 20
/** An edit is taken in when its author rests. */
const restMs = 15_000

export interface ScheduleCareOptions {
  readonly database: Database
  readonly clock: Clock
  readonly newId: () => string
  readonly log: Logger
  readonly networks: Networks
  readonly freeze: Freeze
}

/**
 * Keeps what is scheduled ready: takes in edits soon after they were made, so that what is wrong shows
 * before the post is due; and makes the next occurrence of what recurs.
 */
export class ScheduleCare {
  readonly #options: ScheduleCareOptions

  constructor(options: ScheduleCareOptions) {
    this.#options = options
  }

  async look(): Promise<void> {
    await this.#takeInEdits()
    await this.#makeNext()
  }

  async #takeInEdits(): Promise<void> {
    const { database, clock } = this.#options
    const edited = await database.db
      .select({ delivery: deliveries })
      .from(deliveries)
      .innerJoin(
        posts,
        and(eq(posts.workspaceId, deliveries.workspaceId), eq(posts.id, deliveries.postId)),
      )
      .where(
        and(
          eq(deliveries.state, 'scheduled'),
          isNull(deliveries.leaseOwner),
          isNull(posts.deletedAt),
          sql`${posts.revision} <> ${deliveries.postRevision}`,
          sql`${posts.revision} is distinct from ${deliveries.warnedRevision}`,
          lte(posts.updatedAt, clock() - restMs),
        ),
      )
      .orderBy(asc(deliveries.dueAt))
      .limit(batchMax)
    for (const { delivery } of edited)
      await this.#each(delivery.id, () => this.#freezeAnew(delivery))
  }

  async #freezeAnew(delivery: typeof deliveries.$inferSelect): Promise<void> {
    const { database, clock, freeze, networks, newId } = this.#options
    const { workspaceId, id, postId, network, watermark, dueAt } = delivery
    try {
      const frozen = await freeze({ workspaceId, postId, network, watermark })
      await database.transaction(async (tx) => {
        if (!(await holdUnbegun(tx, delivery))) return
        const mint = () => this.#mint(networks, network, newId, dueAt)
        await writeTargets(tx, { workspaceId, id }, frozen, mint, clock())
        await rememberFrozen(tx, { workspaceId, id }, frozen)
        await setProblem(tx, delivery, null)
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await this.#warn(delivery, error.detail)
    }
  }

  #mint(
    networks: Networks,
    network: typeof deliveries.$inferSelect.network,
    newId: () => string,
    at: number,
  ): string {
    const adapter = networks.get(network)
    if (adapter === undefined) throw new Error(`No adapter is there for ${network}.`)
    return adapter.mintKey({ id: newId(), at })
  }

  /** It would fail as it is now: said while there is time. */
  async #warn(delivery: typeof deliveries.$inferSelect, detail: string): Promise<void> {
    const { database, clock } = this.#options
    await database.transaction(async (tx) => {
      if (!(await holdUnbegun(tx, delivery))) return
      const [post] = await tx.db
        .select({ revision: posts.revision })
        .from(posts)
        .where(and(eq(posts.workspaceId, delivery.workspaceId), eq(posts.id, delivery.postId)))
      await setProblem(tx, delivery, detail)
      // Said once for what the post is now; the next edit is looked at again.
      await tx.db
        .update(deliveries)
        .set({ warnedRevision: post?.revision ?? null })
        .where(thisDelivery(delivery))
      await tellOfDelivery(tx, delivery, clock())
    })
  }

  async #makeNext(): Promise<void> {
    const { database, clock } = this.#options
    const due = await database.db
      .select()
      .from(posts)
      .where(
        and(isNotNull(posts.recurrence), isNull(posts.deletedAt), lte(posts.scheduledAt, clock())),
      )
      .limit(batchMax)
    for (const post of due) await this.#each(post.id, () => this.#follow(post))
  }

  /** One that cannot be looked after keeps nobody else from it. */
  async #each(id: string, work: () => Promise<void>): Promise<void> {
    await work().catch((error) =>
      this.#options.log.error({ err: error, id }, 'a scheduled post could not be looked after'),
    )
  }

  /** A copy of the post, at its next time; times that passed while nothing ran are left out. */
  async #follow(post: PostRecord): Promise<void> {
    const { database, clock, newId } = this.#options
    const next = this.#nextTime(post)
    const orders = next === undefined ? [] : await this.#ordersOf(post)
    await database.transaction(async (tx) => {
      const [locked] = await tx.db
        .select()
        .from(posts)
        .where(
          and(
            eq(posts.workspaceId, post.workspaceId),
            eq(posts.id, post.id),
            isNotNull(posts.recurrence),
          ),
        )
        .for('update', { skipLocked: true })
      if (locked === undefined) return
      await tx.db
        .update(posts)
        .set({ recurrence: null })
        .where(and(eq(posts.workspaceId, post.workspaceId), eq(posts.id, post.id)))
      if (next === undefined) return
      const copy = copyOf(locked, { id: newId(), now: clock(), ...next })
      const made = await tx.db.insert(posts).values(copy).onConflictDoNothing().returning()
      if (made.length === 0) return
      if (orders === undefined) return tellOfPost(tx, copy, clock())
      await openDeliveries(
        tx,
        {
          workspaceId: post.workspaceId,
          postId: copy.id,
          dueAt: next.at,
          createdBy: post.createdBy,
          orders,
        },
        { networks: this.#options.networks, newId, now: clock() },
      )
    })
  }

  /** Counted from the first of the series: the 31st comes back after February. */
  #nextTime({ wallTime, firstWallTime, timeZone, recurrence }: PostRecord) {
    if (wallTime === null || timeZone === null || recurrence === null) return undefined
    const now = this.#options.clock()
    const first = firstWallTime ?? wallTime
    let next = occurrenceAfter(first, recurrence, wallTime)
    while (next !== undefined && instantOf({ wallTime: next, timeZone }) <= now)
      next = occurrenceAfter(first, recurrence, next)
    return next === undefined
      ? undefined
      : { wallTime: next, at: instantOf({ wallTime: next, timeZone }) }
  }

  /** Undefined where the post is not ready as it is now: the copy is then a draft. */
  async #ordersOf({ workspaceId, id }: PostRecord) {
    const { database, freeze } = this.#options
    const before = await database.db
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.workspaceId, workspaceId), eq(deliveries.postId, id)))
    try {
      return await Promise.all(
        before.map(async ({ socialAccountId, network, watermark }) => {
          const frozen = await freeze({ workspaceId, postId: id, network, watermark })
          return { socialAccountId, network, frozen: { ...frozen, postRevision: 1 } }
        }),
      )
    } catch (error) {
      if (error instanceof Refusal) return undefined
      throw error
    }
  }
}

function copyOf(
  post: PostRecord,
  { id, now, wallTime, at }: { id: string; now: number; wallTime: string; at: number },
): typeof posts.$inferInsert {
  return {
    ...post,
    id,
    state: 'draft',
    wallTime,
    scheduledAt: at,
    seriesId: post.seriesId,
    occurrence: (post.occurrence ?? 0) + 1,
    revision: 1,
    fieldRevisions: {},
    createdAt: now,
    updatedAt: now,
  }
}

function thisDelivery({ workspaceId, id }: { workspaceId: string; id: string }) {
  return and(eq(deliveries.workspaceId, workspaceId), eq(deliveries.id, id))
}

/** Nobody has begun it meanwhile. */
async function holdUnbegun(
  tx: Transaction,
  delivery: { workspaceId: string; id: string },
): Promise<boolean> {
  const held = await tx.db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(thisDelivery(delivery), eq(deliveries.state, 'scheduled'), isNull(deliveries.leaseOwner)),
    )
    .for('update')
  return held.length === 1
}

async function setProblem(
  tx: Transaction,
  delivery: { workspaceId: string; id: string },
  detail: string | null,
): Promise<void> {
  await tx.db
    .update(deliveries)
    .set({
      problemCode: detail === null ? null : 'not_ready',
      problemDetail: detail,
      problemAction: detail === null ? null : 'edit',
    })
    .where(thisDelivery(delivery))
}
