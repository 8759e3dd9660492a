import type { DeliveryState, PostState } from '@rheos/contract'
import type { Transaction } from '../../db/database.ts'
import { postStateOf } from '../law/post-state.ts'
import { announceDeliveries } from './delivery-channel.ts'

interface PostOfDelivery {
  readonly workspaceId: string
  readonly postId: string
}

/** Brings posts in step with their deliveries, within the transaction that changed them, and says so. */
export async function followDeliveries(
  tx: Transaction,
  posts: readonly PostOfDelivery[],
): Promise<void> {
  if (posts.length === 0) return
  await bringPostsInStep(tx, posts)
  await announceDeliveries(tx, posts)
}

/** The same without a word: whoever calls it speaks once it is committed. */
export async function bringPostsInStep(
  tx: Transaction,
  posts: readonly PostOfDelivery[],
): Promise<void> {
  // Two deliveries that end at once would each not see the other's end.
  const locked = await lockPosts(tx, posts)
  const { rows: known } = await tx.query<StatesFound>(statesOfPosts, pairsOf(posts))
  const statesOf = new Map(known.map((row) => [`${row.workspace_id} ${row.post_id}`, row.states]))
  const moved = locked.flatMap((post) => {
    const state = postStateOf(statesOf.get(`${post.workspace_id} ${post.id}`) ?? [])
    return state === post.state ? [] : [[post.workspace_id, post.id, state] as const]
  })
  if (moved.length > 0) await tx.query(movePosts, columnsOf(moved))
}

/**
 * Whoever changes deliveries locks their posts first, in one order: workers, those who schedule, and
 * those who connect accounts would wait for each other else.
 */
export async function lockPosts(
  tx: Pick<Transaction, 'query'>,
  posts: readonly PostOfDelivery[],
): Promise<readonly PostFound[]> {
  return (await tx.query<PostFound>(lockNamed, pairsOf(posts))).rows
}

function pairsOf(posts: readonly PostOfDelivery[]): [string[], string[]] {
  return [posts.map(({ workspaceId }) => workspaceId), posts.map(({ postId }) => postId)]
}

function columnsOf(rows: readonly (readonly [string, string, PostState])[]): string[][] {
  return [0, 1, 2].map((column) => rows.map((row) => row[column] ?? ''))
}

interface PostFound {
  readonly workspace_id: string
  readonly id: string
  readonly state: PostState
}

interface StatesFound {
  readonly workspace_id: string
  readonly post_id: string
  readonly states: readonly DeliveryState[]
}

/** Arrays are taken for few rows when a statement is planned, which finds each by its key; JSON for many. */
const named = '(select unnest($1::text[]), unnest($2::text[]))'

const lockNamed = {
  name: 'publishing-lock-posts',
  text: `select workspace_id, id, state from studio.posts
  where (workspace_id, id) in ${named} order by workspace_id, id for update`,
}

const statesOfPosts = {
  name: 'publishing-states-of-posts',
  text: `select workspace_id, post_id, array_agg(state) as states
  from studio.deliveries where (workspace_id, post_id) in ${named} group by workspace_id, post_id`,
}

/** A post that goes nowhere any more is a draft without a time. */
const movePosts = {
  name: 'publishing-move-posts',
  text: `update studio.posts as post set
    state = moved.state,
    scheduled_at = case when moved.state = 'draft' then null else scheduled_at end,
    wall_time = case when moved.state = 'draft' then null else wall_time end,
    time_zone = case when moved.state = 'draft' then null else time_zone end,
    recurrence = case when moved.state = 'draft' then null else recurrence end
  from unnest($1::text[], $2::text[], $3::text[]) as moved (workspace_id, id, state)
  where post.workspace_id = moved.workspace_id and post.id = moved.id`,
}
