import type { Delivery, DeliveryAnswer } from '@rheos/contract'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Clock } from '../../clock.ts'
import type { Database, Transaction } from '../../db/database.ts'
import {
  deliveries,
  deliveryEvents,
  deliveryTargets,
  socialAccounts,
} from '../../db/publishing-tables.ts'
import { posts } from '../../db/schema.ts'
import type { Networks } from '../../networks/networks.ts'
import { notFound, Refusal } from '../../refusal.ts'
import type { DeliveryRow } from './claim-deliveries.ts'
import { keepEvents, type NewEvent } from './delivery-event.ts'
import { deliveryView, eventView, type TimedDelivery } from './delivery-view.ts'
import { followDeliveries, lockPosts } from './follow-deliveries.ts'
import { tellNoLonger } from './tell-of-delivery.ts'

/** What people see of deliveries, and what they decide about them. */
export class Deliveries {
  readonly #database: Database
  readonly #clock: Clock
  readonly #networks: Networks

  constructor(options: {
    readonly database: Database
    readonly clock: Clock
    readonly networks: Networks
  }) {
    this.#database = options.database
    this.#clock = options.clock
    this.#networks = options.networks
  }

  /** All of a post, each with what happened on its way. */
  async ofPost(workspaceId: string, postId: string): Promise<TimedDelivery[]> {
    await this.#requirePost(workspaceId, postId)
    const rows = await this.#database.db
      .select({
        delivery: deliveries,
        name: socialAccounts.name,
        handle: socialAccounts.handle,
      })
      .from(deliveries)
      .leftJoin(
        socialAccounts,
        and(
          eq(socialAccounts.workspaceId, deliveries.workspaceId),
          eq(socialAccounts.id, deliveries.socialAccountId),
        ),
      )
      .where(and(eq(deliveries.workspaceId, workspaceId), eq(deliveries.postId, postId)))
      .orderBy(asc(deliveries.createdAt), asc(deliveries.id))
    if (rows.length === 0) return []
    const ids = rows.map(({ delivery }) => delivery.id)
    const [targets, events] = await Promise.all([
      this.#database.db
        .select()
        .from(deliveryTargets)
        .where(
          and(
            eq(deliveryTargets.workspaceId, workspaceId),
            inArray(deliveryTargets.deliveryId, ids),
          ),
        )
        .orderBy(asc(deliveryTargets.index)),
      this.#database.db
        .select()
        .from(deliveryEvents)
        .where(
          and(eq(deliveryEvents.workspaceId, workspaceId), inArray(deliveryEvents.deliveryId, ids)),
        )
        .orderBy(asc(deliveryEvents.number)),
    ])
    return rows.map(({ delivery, name, handle }) => {
      const account = { name: name ?? 'Deleted account', handle: handle ?? '' }
      const own = targets.filter(({ deliveryId }) => deliveryId === delivery.id)
      return {
        ...deliveryView(delivery, own, account, this.#networks),
        timeline: events.filter(({ deliveryId }) => deliveryId === delivery.id).map(eventView),
      }
    })
  }

  async #requirePost(workspaceId: string, postId: string): Promise<void> {
    const [post] = await this.#database.db
      .select({ id: posts.id })
      .from(posts)
      .where(and(eq(posts.workspaceId, workspaceId), eq(posts.id, postId)))
    if (post === undefined) throw notFound('post')
  }

  /** Tried again, from where it is: what is out stays, and what is in doubt is looked for first (D19). */
  retry(workspaceId: string, postId: string, deliveryId: string): Promise<Delivery> {
    return this.#change(workspaceId, postId, deliveryId, async (tx, row, now) => {
      if (!['failed', 'missed', 'waiting', 'dropped'].includes(row.state)) throw cannotRetry(row)
      await this.#freeRejected(tx, row)
      await this.#update(tx, row, {
        state: 'publishing',
        // Its time is now: what was late begins anew.
        dueAt: now,
        nextAt: now,
        endedAt: null,
        attempts: 0,
        problemCode: null,
        problemDetail: null,
        problemAction: null,
      })
      return [{ kind: 'retried' }]
    })
  }

  /** Looked for now instead of later. */
  check(workspaceId: string, postId: string, deliveryId: string): Promise<Delivery> {
    return this.#change(workspaceId, postId, deliveryId, async (tx, row, now) => {
      if (row.state !== 'unconfirmed')
        throw new Refusal(
          'conflict',
          'There is nothing to look for: reload the page to see how it stands.',
        )
      await this.#update(tx, row, { nextAt: now })
      return []
    })
  }

  /** Not sent there; what is out stays. */
  drop(workspaceId: string, postId: string, deliveryId: string): Promise<Delivery> {
    return this.#change(workspaceId, postId, deliveryId, async (tx, row, now) => {
      if (
        !['scheduled', 'failed', 'missed', 'waiting'].includes(row.state) ||
        row.leaseOwner !== null
      )
        throw new Refusal(
          'already_publishing',
          'It is being sent there just now, or is there already: delete it at the network instead.',
        )
      await this.#update(tx, row, { state: 'dropped', nextAt: null, endedAt: now })
      return [{ kind: 'dropped' }]
    })
  }

  /** What a person saw where nobody else can look. */
  answer(
    workspaceId: string,
    postId: string,
    deliveryId: string,
    { isThere, url }: DeliveryAnswer,
  ): Promise<Delivery> {
    return this.#change(workspaceId, postId, deliveryId, async (tx, row, now) => {
      if (row.state !== 'needs_person')
        throw new Refusal(
          'conflict',
          'Nothing is asked any more: reload the page to see how it stands.',
        )
      await tx.db
        .update(deliveryTargets)
        .set(
          isThere
            ? {
                state: 'published',
                url: url ?? null,
                receipt: { remoteId: '', url: url ?? null, reference: null },
              }
            : { state: 'scheduled', committedAt: null, calledAt: null, kept: null },
        )
        .where(and(ofDelivery(row), eq(deliveryTargets.state, 'needs_person')))
      await this.#update(tx, row, {
        state: 'publishing',
        ...(!isThere && { dueAt: now }),
        ...(isThere && url !== undefined && row.url === null && { url }),
        nextAt: now,
        attempts: 0,
        problemCode: null,
        problemDetail: null,
        problemAction: null,
      })
      return [{ kind: 'answered', detail: isThere ? 'It is there.' : 'It is not there.' }]
    })
  }

  async #change(
    workspaceId: string,
    postId: string,
    deliveryId: string,
    decide: (tx: Transaction, row: DeliveryRow, now: number) => Promise<readonly NewEvent[]>,
  ): Promise<Delivery> {
    const now = this.#clock()
    await this.#database.transaction(async (tx) => {
      await lockPosts(tx, [{ workspaceId, postId }])
      const [row] = await tx.db
        .select()
        .from(deliveries)
        .where(
          and(
            eq(deliveries.workspaceId, workspaceId),
            eq(deliveries.id, deliveryId),
            eq(deliveries.postId, postId),
          ),
        )
        .for('update')
      if (row === undefined) throw notFound('delivery')
      await keepEvents(tx, row, now, await decide(tx, row, now))
      await tellNoLonger(tx, row)
      await followDeliveries(tx, [row])
    })
    const changed = (await this.ofPost(workspaceId, postId)).find(({ id }) => id === deliveryId)
    if (changed === undefined) throw notFound('delivery')
    const { timeline: _, ...delivery } = changed
    return delivery
  }

  async #update(
    tx: Transaction,
    row: DeliveryRow,
    change: Partial<typeof deliveries.$inferInsert>,
  ): Promise<void> {
    await tx.db
      .update(deliveries)
      .set({ ...change, updatedAt: this.#clock() })
      .where(and(eq(deliveries.workspaceId, row.workspaceId), eq(deliveries.id, row.id)))
  }

  /** What the network refused is made anew, as the post is now; what is visible stays as it is. */
  async #freeRejected(tx: Transaction, row: DeliveryRow): Promise<void> {
    await tx.db
      .update(deliveryTargets)
      .set({ state: 'scheduled', prepared: {}, intent: null })
      .where(and(ofDelivery(row), eq(deliveryTargets.state, 'rejected')))
  }
}

function ofDelivery({ workspaceId, id }: DeliveryRow) {
  return and(eq(deliveryTargets.workspaceId, workspaceId), eq(deliveryTargets.deliveryId, id))
}

function cannotRetry({ state }: DeliveryRow): Refusal {
  if (state === 'needs_person')
    return new Refusal('conflict', 'Say first whether the post is there: only a person can see it.')
  return new Refusal(
    'already_publishing',
    state === 'published'
      ? 'It is out already: see it at the network.'
      : 'It is on its way already: see how far it is.',
  )
}
