import type { Instant } from '../../clock.ts'
import type { Transaction } from '../../db/database.ts'
import type { SocialAccountRow } from './social-account-view.ts'

/** Tells every process, at commit, that a workspace has other social accounts than before. */
export const socialAccountsChannel = 'social_accounts'
const noticesChannel = 'notices'

export async function announceAccounts(
  tx: Pick<Transaction, 'query'>,
  workspaceId: string,
): Promise<void> {
  await tx.query('select pg_notify($1, $2)', [socialAccountsChannel, workspaceId])
}

/** Tells the people of a workspace that an account is lost; for each connection once. */
export async function tellOfLostAccount(
  tx: Pick<Transaction, 'query'>,
  { workspaceId, id, name, connectedAt }: SocialAccountRow,
  at: Instant,
): Promise<void> {
  await tx.query(lostNotice, [
    workspaceId,
    `account-${id}-account_lost-${connectedAt}`,
    new Date(at),
    JSON.stringify({ id, name }),
    noticesChannel,
  ])
}

/** Tells of all accounts that need a person within a week, and once more within a day. */
export async function tellOfEndingAccounts(
  pool: Pick<Transaction, 'query'>,
  now: Instant,
): Promise<void> {
  await pool.query(endingNotices, [new Date(now), noticesChannel])
}

/** It is connected again: what was told of it is over. */
export async function tellOfAccountNoLonger(
  tx: Pick<Transaction, 'query'>,
  { workspaceId, id }: Pick<SocialAccountRow, 'workspaceId' | 'id'>,
): Promise<void> {
  await tx.query(endedNotices, [workspaceId, id, noticesChannel])
}

const mailedAndHeard = (channel: string) => `mailed as (
    insert into studio.alert_mails (workspace_id, notice_id, due_at)
    select workspace_id, id, at from told on conflict do nothing
  )
  select pg_notify(${channel}, workspace_id) from (select distinct workspace_id from told) as heard`

const lostNotice = `with told as (
    insert into studio.notices (workspace_id, id, kind, balance, cycle_start, at, subject)
    select id, $2, 'account_lost', 0, $3, $3, $4::jsonb from studio.workspaces
    where id = $1 and deleted_at is null
    on conflict (workspace_id, id) do nothing
    returning workspace_id, id, at
  ), ${mailedAndHeard('$5')}`

const endingNotices = `with ending as (
    select account.workspace_id, account.id, account.name, format('account-%s-account_expiring-%s-%s',
        account.id, (extract(epoch from account.person_needed_at) * 1000)::bigint,
        case when account.person_needed_at < $1::timestamptz + interval '1 day' then 1 else 7 end
      ) as notice_id
    from studio.social_accounts as account
    join studio.workspaces as workspace
      on workspace.id = account.workspace_id and workspace.deleted_at is null
    where account.person_needed_at < $1::timestamptz + interval '7 days'
      and account.disconnected_at is null and not account.needs_reconnect
  ), told as (
    insert into studio.notices (workspace_id, id, kind, balance, cycle_start, at, subject)
    select workspace_id, notice_id, 'account_expiring', 0, $1, $1,
      jsonb_build_object('id', id, 'name', name)
    from ending
    where not exists (select from studio.notices as notice
      where notice.workspace_id = ending.workspace_id and notice.id = ending.notice_id)
    on conflict (workspace_id, id) do nothing
    returning workspace_id, id, at
  ), ${mailedAndHeard('$2')}`

const endedNotices = `with ended as (
    delete from studio.notices
    where workspace_id = $1 and kind in ('account_lost', 'account_expiring')
      and subject ->> 'id' = $2
    returning 1
  )
  select pg_notify($3, $1) from (select from ended limit 1) as any_ended`
