import type { Instant } from '../../clock.ts'
import type { Transaction } from '../../db/database.ts'

/** On this channel processes hear of notices, as of those about credits. */
const noticesChannel = 'notices'

/**
 * Tells the people of a workspace that a post needs them: above the page and by e-mail, once for a
 * delivery however often it fails.
 */
export async function tellOfDelivery(
  tx: Pick<Transaction, 'query'>,
  delivery: { readonly workspaceId: string; readonly id: string; readonly postId: string },
  at: Instant,
): Promise<void> {
  const { workspaceId, id, postId } = delivery
  await tx.query(toldNotice, [
    workspaceId,
    `publishing-${id}`,
    postId,
    new Date(at),
    noticesChannel,
  ])
}

/** Tells that a post that should have gone out could not even be scheduled. */
export async function tellOfPost(
  tx: Pick<Transaction, 'query'>,
  { workspaceId, id }: { readonly workspaceId: string; readonly id: string },
  at: Instant,
): Promise<void> {
  const values = [workspaceId, `publishing-post-${id}`, id, new Date(at), noticesChannel]
  await tx.query(toldNotice, values)
}

/** What was told is told no longer: the post is out, or somebody decided. */
export async function tellNoLonger(
  tx: Pick<Transaction, 'query'>,
  delivery: { readonly workspaceId: string; readonly id: string },
): Promise<void> {
  const values = [delivery.workspaceId, `publishing-${delivery.id}`, noticesChannel]
  await tx.query(endedNotice, values)
}

const toldNotice = `with told as (
    insert into studio.notices (workspace_id, id, kind, balance, cycle_start, at, subject)
    select workspace_id, $2, 'publishing_failed', 0, $4, $4,
      jsonb_build_object('id', id, 'name', left(coalesce(nullif(title, ''), body), 80))
    from studio.posts where workspace_id = $1 and id = $3
    on conflict (workspace_id, id) do nothing
    returning workspace_id, id, at
  ), mailed as (
    insert into studio.alert_mails (workspace_id, notice_id, due_at)
    select workspace_id, id, at from told on conflict do nothing
  )
  select pg_notify($5, workspace_id) from told`

const endedNotice = `with ended as (
    delete from studio.notices where workspace_id = $1 and id = $2 returning 1
  )
  select pg_notify($3, $1) from ended`
