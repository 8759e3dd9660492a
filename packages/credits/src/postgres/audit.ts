import type { AuditFinding, AuditReport } from '../audit-report.ts'
import { type Row, rowsAt, text, whole } from './decode.ts'

const FINDINGS_MAX = 1000

const sumOf = (kinds: string) => `coalesce(sum(amount) filter (where kind in (${kinds})), 0)`

/** One statement over the whole ledger, so that all of it is of one instant. */
export const AUDIT = `with moved as (
    select account_id, grant_id, ${sumOf(`'grant'`)} as amount,
      coalesce(sum(case 'available' when to_place then amount when from_place then -amount end), 0)
        as available,
      coalesce(sum(case 'held' when to_place then amount when from_place then -amount end), 0)
        as held,
      coalesce(sum(case 'spent' when to_place then amount when from_place then -amount end), 0)
        as spent,
      coalesce(sum(amount) filter (where to_place = 'expired'), 0) as expired,
      max(at) filter (where to_place in ('available', 'held')) as last_used,
      min(at) filter (where kind = 'expire') as expired_at
    from credits.moves group by account_id, grant_id
  ), charged as (
    select account_id, operation_id, ${sumOf(`'hold'`)} as held, ${sumOf(`'settle'`)} as spent,
      ${sumOf(`'release', 'release_expired'`)} as released
    from credits.entries where operation_id is not null group by account_id, operation_id
  ), numbered as (
    select account_id, count(*) as entries, max(seq) as last_seq, max(at) as last_at
    from credits.entries group by account_id
  ), open as (
    select account_id, count(*) as operations from credits.operations
    where state in ('held', 'running') group by account_id
  ), findings as (
    select coalesce(g.account_id, m.account_id) as account_id, 'grant' as subject,
      coalesce(g.grant_id, m.grant_id) as id,
      format('The grant has %s, its entries %s.',
        (g.amount, g.available, g.held, g.spent, g.expired),
        (m.amount, m.available, m.held, m.spent, m.expired)) as finding
    from credits.grants g full join moved m using (account_id, grant_id)
    where (g.amount, g.available, g.held, g.spent, g.expired)
      is distinct from (m.amount, m.available, m.held, m.spent, m.expired)
    union all
    select g.account_id, 'grant', g.grant_id,
      format('The grant ends at %s; its entries use it until %s and expire it at %s; it has %s left.',
        g.ends_at, coalesce(m.last_used::text, 'never'), coalesce(m.expired_at::text, 'never'),
        g.available)
    from credits.grants g join moved m using (account_id, grant_id)
    where m.last_used > g.ends_at or m.expired_at < g.ends_at
      or g.early_end is not null and (g.available > 0 or m.expired_at > g.ends_at)
    union all
    select coalesce(o.account_id, c.account_id), 'operation', coalesce(o.operation_id, c.operation_id),
      format('The operation has held %s, spent %s and released %s; its entries %s, %s and %s.',
        o.credits, o.spent, o.released, c.held, c.spent, c.released)
    from credits.operations o full join charged c using (account_id, operation_id)
    where (o.credits, o.spent, o.released) is distinct from
      (coalesce(c.held, 0), coalesce(c.spent, 0), coalesce(c.released, 0))
    union all
    select n.account_id, 'entries', n.account_id,
      format('There are %s entries, the last one is number %s of the time %s; the account says %s and %s.',
        n.entries, n.last_seq, n.last_at, a.last_seq, a.last_at)
    from numbered n left join credits.accounts a using (account_id)
    where n.entries <> n.last_seq or a.last_seq is distinct from n.last_seq
      or a.last_at is null or a.last_at < n.last_at
    union all
    select a.account_id, 'account', a.account_id,
      format('The account counts %s open operations; there are %s.', a.open_operations,
        coalesce(o.operations, 0))
    from credits.accounts a left join open o using (account_id)
    where a.open_operations <> coalesce(o.operations, 0)
  )
  select json_build_object(
    'accounts', (select count(*) from credits.accounts),
    'grants', (select count(*) from credits.grants),
    'operations', (select count(*) from credits.operations),
    'entries', (select count(*) from credits.entries),
    'findings', (select coalesce(json_agg(json_build_object('accountId', account_id,
        'subject', subject, 'id', id, 'finding', finding)), '[]')
      from (select * from findings order by account_id, subject, id limit ${FINDINGS_MAX}) f)
  )::text as data`

export function auditReportOf(row: Row): AuditReport {
  return {
    accounts: whole(row, 'accounts'),
    grants: whole(row, 'grants'),
    operations: whole(row, 'operations'),
    entries: whole(row, 'entries'),
    findings: rowsAt(row, 'findings').map(decodeFinding),
  }
}

function decodeFinding(row: Row): AuditFinding {
  return {
    accountId: text(row, 'accountId'),
    subject: text(row, 'subject') as AuditFinding['subject'],
    id: text(row, 'id'),
    finding: text(row, 'finding'),
  }
}
