import type { Queryable } from '@rheos/credits/postgres'
import type { Instant } from '../clock.ts'
import { noticesChannel } from './notices.ts'

export interface FailedPayment {
  /** Of the period that is to be paid: each is told once. */
  readonly periodStart: Instant
  /** Where it can be paid, or the payment confirmed. */
  readonly payUrl: string | undefined
}

/**
 * Keeps what the people of a workspace are told of its payments in step with how they stand, within
 * the transaction: a payment that failed is told above the page and mailed to the owner, once; one
 * that does not fail any more is told no longer. Telling again changes nothing.
 */
export async function tellOfPayment(
  tx: Queryable,
  workspaceId: string,
  failed: FailedPayment | undefined,
  at: Instant,
): Promise<void> {
  const id = failed && `payment_failed-${failed.periodStart}`
  await tx.query(endedNotices, [workspaceId, id ?? null, noticesChannel])
  if (failed === undefined) return
  const start = new Date(failed.periodStart)
  const values = [workspaceId, id, start, new Date(at), failed.payUrl ?? null, noticesChannel]
  await tx.query(toldNotice, values)
}

const endedNotices = `with ended as (
    delete from studio.notices
    where workspace_id = $1 and kind = 'payment_failed' and id is distinct from $2 returning 1
  )
  select pg_notify($3, $1) from (select from ended limit 1) as any_ended`

/** The page to pay on may come later than the failure, or be another one by then. */
const toldNotice = `with told as (
    insert into studio.notices (workspace_id, id, kind, balance, cycle_start, at, pay_url)
    select id, $2, 'payment_failed', 0, $3, $4, $5 from studio.workspaces where id = $1
    on conflict (workspace_id, id) do update set pay_url = excluded.pay_url
      where notices.pay_url is distinct from excluded.pay_url
    returning workspace_id, id, at
  ), mailed as (
    insert into studio.alert_mails (workspace_id, notice_id, due_at)
    select workspace_id, id, at from told on conflict do nothing
  )
  select pg_notify($6, workspace_id) from told`
