import type { Post, PublishNow, ScheduleOrder } from '@rheos/contract'
import { limits } from '@rheos/preflight'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { type Clock, dayMs, type Instant } from '../../clock.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { socialAccounts } from '../../db/publishing-tables.ts'
import { posts, workspaces } from '../../db/schema.ts'
import type { Networks } from '../../networks/networks.ts'
import { announcePost } from '../../posts/announce-post.ts'
import { type PostRecord, postView } from '../../posts/post-view.ts'
import { notFound, Refusal } from '../../refusal.ts'
import { planColumns, planInForce } from '../../workspaces/plan-in-force.ts'
import { withdrawDeliveries } from '../deliveries/account-changes.ts'
import { type DeliveryOrder, openDeliveries } from '../deliveries/open-deliveries.ts'
import type { Freeze, Sessions } from '../publishing-ports.ts'
import type { SocialAccountRow } from '../social-accounts/social-account-view.ts'
import { refuseWithoutRoom } from './account-room.ts'
import { instantOf } from './wall-time.ts'

/** What takes a person to press the button is not the past. */
const graceMs = 60_000
/** Nobody knows the clocks of countries further ahead. */
const aheadMaxMs = 2 * 366 * dayMs

export interface SchedulingOptions {
  readonly database: Database
  readonly clock: Clock
  readonly newId: () => string
  readonly networks: Networks
  readonly freeze: Freeze
  readonly sessions: Pick<Sessions, 'open'>
}

interface PostId {
  readonly workspaceId: string
  readonly postId: string
  readonly memberId: string
}

type ScheduleColumns = Pick<
  PostRecord,
  | 'scheduledAt'
  | 'wallTime'
  | 'timeZone'
  | 'recurrence'
  | 'socialAccountIds'
  | 'seriesId'
  | 'firstWallTime'
  | 'occurrence'
>

/** Sends posts on their way: at a time on the wall of a place, or at once. Never asks the meter. */
export class Scheduling {
  readonly #options: SchedulingOptions

  constructor(options: SchedulingOptions) {
    this.#options = options
  }

  /** Schedules a post, or moves it. */
  async schedule(id: PostId, wanted: ScheduleOrder): Promise<Post> {
    const { wallTime, timeZone, second, recurrence, socialAccountIds } = wanted
    const now = this.#options.clock()
    const at = instantOf({ wallTime, timeZone }, second)
    refuseTime(at, now, wallTime)
    return this.#send(id, at, {
      scheduledAt: at,
      wallTime,
      timeZone,
      recurrence,
      socialAccountIds: [...new Set(socialAccountIds)],
      // A series of its own each time: what was made of an earlier one stands.
      seriesId: recurrence === null ? null : this.#options.newId(),
      firstWallTime: recurrence === null ? null : wallTime,
      occurrence: recurrence === null ? null : 0,
    })
  }

  /** At once. Accounts that have it already are refused; what was scheduled for later is not sent twice. */
  async publish(id: PostId, { socialAccountIds }: PublishNow): Promise<Post> {
    const now = this.#options.clock()
    const columns: ScheduleColumns = {
      scheduledAt: now,
      wallTime: new Date(now).toISOString().slice(0, 16),
      timeZone: 'UTC',
      recurrence: null,
      socialAccountIds: [...new Set(socialAccountIds)],
      seriesId: null,
      firstWallTime: null,
      occurrence: null,
    }
    return this.#send(id, now, columns, true)
  }

  /** A draft again, as far as nothing has begun. */
  async unschedule({ workspaceId, postId, memberId }: PostId): Promise<Post> {
    const post = await this.#options.database.transaction(async (tx) => {
      const before = await lockPost(tx, workspaceId, postId)
      if (before.state !== 'scheduled' && before.state !== 'publishing')
        throw new Refusal(
          'conflict',
          'This post is not scheduled: reload the page to see how it stands.',
        )
      await tx.db.update(posts).set({ recurrence: null }).where(thisPost(workspaceId, postId))
      await withdrawDeliveries(tx, { workspaceId, postId })
      const after = await lockPost(tx, workspaceId, postId)
      await announcePost(tx, after, memberId)
      return after
    })
    return postView(post)
  }

  async #send(id: PostId, at: Instant, columns: ScheduleColumns, isAtOnce = false): Promise<Post> {
    const { workspaceId, postId, memberId } = id
    const post = await this.#requirePost(workspaceId, postId)
    const accounts = await this.#accountsFor(post, columns.socialAccountIds)
    const orders = await this.#freeze(post, accounts)
    const { database, clock, newId, networks } = this.#options
    const sent = await database.transaction(async (tx) => {
      const before = await lockPost(tx, workspaceId, postId)
      // What is scheduled for other accounts stays scheduled when some get it at once.
      const isBeside = isAtOnce && before.scheduledAt !== null
      if (!isBeside) await tx.db.update(posts).set(columns).where(thisPost(workspaceId, postId))
      await openDeliveries(
        tx,
        { workspaceId, postId, dueAt: at, createdBy: memberId, orders, keepsOthers: isAtOnce },
        { networks, newId, now: clock() },
      )
      const after = await lockPost(tx, workspaceId, postId)
      await announcePost(tx, after, memberId)
      return after
    })
    return postView(sent)
  }

  async #requirePost(workspaceId: string, postId: string): Promise<PostRecord> {
    const [post] = await this.#options.database.db
      .select()
      .from(posts)
      .where(and(thisPost(workspaceId, postId), isNull(posts.deletedAt)))
    if (post === undefined) throw notFound('post')
    if (post.state === 'idea')
      throw new Refusal('conflict', 'This is still an idea: make a draft of it first.')
    if (post.networks.length === 0)
      throw new Refusal('not_ready', 'The post has no network yet: add one, then schedule it.')
    return post
  }

  /** Of the post's brand, connected, and on networks that the post is written for. */
  async #accountsFor(
    post: PostRecord,
    ids: readonly string[],
  ): Promise<readonly SocialAccountRow[]> {
    const rows = await this.#options.database.db
      .select()
      .from(socialAccounts)
      .where(
        and(
          eq(socialAccounts.workspaceId, post.workspaceId),
          inArray(socialAccounts.id, [...ids]),
          isNull(socialAccounts.disconnectedAt),
        ),
      )
    return ids.map((id) => {
      const account = rows.find((row) => row.id === id)
      if (account === undefined) throw notFound('social account')
      refuseAccount(post, account)
      return account
    })
  }

  /** Each network once, however many of its accounts get the post. */
  async #freeze(
    { workspaceId, id }: PostRecord,
    accounts: readonly SocialAccountRow[],
  ): Promise<readonly DeliveryOrder[]> {
    const watermark = await this.#watermark(workspaceId)
    const networks = [...new Set(accounts.map(({ network }) => network))]
    const frozen = new Map(
      await Promise.all(
        networks.map(
          async (network) =>
            [
              network,
              await this.#options.freeze({ workspaceId, postId: id, network, watermark }),
            ] as const,
        ),
      ),
    )
    return Promise.all(
      accounts.map(async (account) => {
        const post = frozen.get(account.network)
        if (post === undefined) throw new Error('A network was not frozen.')
        await refuseWithoutRoom(this.#options, account, post)
        return { socialAccountId: account.id, network: account.network, frozen: post }
      }),
    )
  }

  async #watermark(workspaceId: string): Promise<boolean> {
    const { database, clock } = this.#options
    const [row] = await database.db
      .select(planColumns)
      .from(workspaces)
      .where(eq(workspaces.id, workspaceId))
    if (row === undefined) throw notFound('workspace')
    return planInForce(row, clock()).watermark
  }
}

function refuseTime(at: Instant, now: Instant, wallTime: string): void {
  if (at < now - graceMs)
    throw new Refusal(
      'invalid_request',
      `${wallTime.replace('T', ', ')} is in the past: choose a later time, or publish now.`,
    )
  if (at > now + aheadMaxMs)
    throw new Refusal('invalid_request', 'Choose a time within the next two years.')
}

function refuseAccount(post: PostRecord, account: SocialAccountRow): void {
  const { name } = limits[account.network]
  if (account.brandId !== post.brandId)
    throw new Refusal(
      'account_needed',
      `“${account.name}” belongs to another brand than this post: choose an account of its own brand.`,
    )
  if (!post.networks.includes(account.network))
    throw new Refusal(
      'not_ready',
      `This post is not written for ${name}: add ${name} to its networks first.`,
    )
  if (account.needsReconnect)
    throw new Refusal(
      'account_needed',
      `“${account.name}” on ${name} has to be connected again before anything can be scheduled for it.`,
    )
}

function thisPost(workspaceId: string, postId: string) {
  return and(eq(posts.workspaceId, workspaceId), eq(posts.id, postId))
}

async function lockPost(tx: Transaction, workspaceId: string, postId: string): Promise<PostRecord> {
  const [post] = await tx.db
    .select()
    .from(posts)
    .where(and(thisPost(workspaceId, postId), isNull(posts.deletedAt)))
    .for('update')
  if (post === undefined) throw notFound('post')
  return post
}
