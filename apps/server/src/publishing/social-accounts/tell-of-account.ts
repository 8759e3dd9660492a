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

type AccountNotice = 'account_lost' | 'account_expiring'

/** Tells the people of a workspace that an account needs its owner; for each `occasion` once. */
export async function tellOfAccount(
  tx: Pick<Transaction, 'query'>,
  account: Pick<SocialAccountRow, 'workspaceId' | 'id' | 'name'>,
  kind: AccountNotice,
  occasion: string,
  at: Instant,
): Promise<void> {
  const { workspaceId, id, name } = account
  await tx.query(toldNotice, [
    workspaceId,
    `account-${id}-${kind}-${occasion}`,
    kind,
    new Date(at),
    JSON.stringify({ id, name }),
    noticesChannel,
  ])
}

/** It is connected again: what was told of it is over. */
export async function tellOfAccountNoLonger(
  tx: Pick<Transaction, 'query'>,
  { workspaceId, id }: Pick<SocialAccountRow, 'workspaceId' | 'id'>,
): Promise<void> {
  await tx.query(endedNotices, [workspaceId, id, noticesChannel])
}

const toldNotice = `with told as (
    insert into studio.notices (workspace_id, id, kind, balance, cycle_start, at, subject)
    select id, $2, $3, 0, $4, $4, $5::jsonb from studio.workspaces
    where id = $1 and deleted_at is null
    on conflict (workspace_id, id) do nothing
    returning workspace_id, id, at
  ), mailed as (
    insert into studio.alert_mails (workspace_id, notice_id, due_at)
    select workspace_id, id, at from told on conflict do nothing
  )
  select pg_notify($6, workspace_id) from told`

const endedNotices = `with ended as (
    delete from studio.notices
    where workspace_id = $1 and kind in ('account_lost', 'account_expiring')
      and subject ->> 'id' = $2
    returning 1
  )
  select pg_notify($3, $1) from (select from ended limit 1) as any_ended`
