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
  // Two deliveries that end at once would each not see the other's end.
  await lockPosts(tx, posts)
  await bringLockedPostsInStep(tx, posts)
  await announceDeliveries(tx, posts)
}

/** The same without a word, for posts that are locked: whoever calls it speaks once it is committed. */
export async function bringLockedPostsInStep(
  tx: Transaction,
  posts: readonly PostOfDelivery[],
): Promise<void> {
  const { rows } = await tx.query<StatesFound>(statesOfPosts, pairsOf(posts))
  const moved = rows.flatMap((post) => {
    const state = postStateOf(post.states)
    return state === post.state ? [] : [{ workspaceId: post.workspace_id, postId: post.id, state }]
  })
  if (moved.length > 0)
    await tx.query(movePosts, [...pairsOf(moved), moved.map(({ state }) => state)])
}

/**
 * Whoever changes deliveries locks their posts first, in one order: workers, those who schedule, and
 * those who connect accounts would wait for each other else.
 */
export async function lockPosts(
  tx: Pick<Transaction, 'query'>,
  posts: readonly PostOfDelivery[],
): Promise<void> {
  await tx.query(lockNamed, pairsOf(posts))
}

function pairsOf(posts: readonly PostOfDelivery[]): [string[], string[]] {
  return [posts.map(({ workspaceId }) => workspaceId), posts.map(({ postId }) => postId)]
}

interface StatesFound {
  readonly workspace_id: string
  readonly id: string
  readonly state: PostState
  readonly states: readonly DeliveryState[]
}

/** Arrays are taken for few rows when a statement is planned, which finds each by its key; JSON for many. */
const named = '(select unnest($1::text[]), unnest($2::text[]))'

const lockNamed = {
  name: 'publishing-lock-posts',
  text: `select from studio.posts
  where (workspace_id, id) in ${named} order by workspace_id, id for update`,
}

const statesOfPosts = {
  name: 'publishing-states-of-posts',
  text: `select workspace_id, id, state, array(select delivery.state from studio.deliveries as delivery
      where delivery.workspace_id = post.workspace_id and delivery.post_id = post.id) as states
  from studio.posts as post where (workspace_id, id) in ${named}`,
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
