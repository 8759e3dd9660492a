import type { DeliveryState, PostState } from '@rheos/contract'
import type { Transaction } from '../../db/database.ts'
import { postStateOf } from '../law/post-state.ts'
import { announceDelivery } from './delivery-channel.ts'

interface PostOfDelivery {
  readonly workspaceId: string
  readonly postId: string
}

/** Brings a post's state in step with its deliveries, within the transaction that changed them, and says so. */
export async function followDeliveries(tx: Transaction, post: PostOfDelivery): Promise<void> {
  await bringPostsInStep(tx, [post])
  await announceDelivery(tx, post)
}

/** The same for several, without a word: whoever calls it speaks once it is committed. */
export async function bringPostsInStep(
  tx: Transaction,
  changed: readonly PostOfDelivery[],
): Promise<void> {
  // Posts are locked first: two deliveries that end at once would each not see the other's end.
  const pairs = JSON.stringify(changed.map(({ workspaceId, postId }) => [workspaceId, postId]))
  const locked = (await tx.query(lockPosts, [pairs])).rows as unknown as readonly PostFound[]
  const known = (await tx.query(statesOfPosts, [pairs])).rows as unknown as readonly StatesFound[]
  const statesOf = new Map(known.map((row) => [`${row.workspace_id} ${row.post_id}`, row.states]))
  const moved = locked.flatMap((post) => {
    const state = postStateOf(statesOf.get(`${post.workspace_id} ${post.id}`) ?? [])
    return state === post.state ? [] : [{ workspace_id: post.workspace_id, id: post.id, state }]
  })
  if (moved.length > 0) await tx.query(movePosts, [JSON.stringify(moved)])
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

const named = `(select pair ->> 0, pair ->> 1 from jsonb_array_elements($1::jsonb) as pair)`

/** In one order, whoever locks them. */
const lockPosts = `select workspace_id, id, state from studio.posts
  where (workspace_id, id) in ${named} order by workspace_id, id for update`

const statesOfPosts = `select workspace_id, post_id, array_agg(state) as states
  from studio.deliveries where (workspace_id, post_id) in ${named} group by workspace_id, post_id`

/** A post that goes nowhere any more is a draft without a time. */
const movePosts = `update studio.posts as post set
    state = moved.state,
    scheduled_at = case when moved.state = 'draft' then null else scheduled_at end,
    wall_time = case when moved.state = 'draft' then null else wall_time end,
    time_zone = case when moved.state = 'draft' then null else time_zone end,
    recurrence = case when moved.state = 'draft' then null else recurrence end
  from jsonb_to_recordset($1::jsonb) as moved (workspace_id text, id text, state text)
  where post.workspace_id = moved.workspace_id and post.id = moved.id`
