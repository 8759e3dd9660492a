import type { AuditReport } from '@rheos/credits'
import type { Queryable } from '@rheos/credits/postgres'

/** One thing that does not agree with the ledger's entries, or with what was delivered. */
export interface Finding {
  readonly workspaceId: string
  /** Of the grant, operation or generation. */
  readonly id: string
  /** One sentence. */
  readonly finding: string
}

/** What was looked at, and everything that differs. */
export interface Audit {
  readonly looked: Omit<AuditReport, 'findings'> & { readonly generations: number }
  readonly findings: readonly Finding[]
}

export interface Audited {
  readonly ledger: { audit(): Promise<AuditReport> }
  readonly database: Queryable
}

const findingsMax = 1000

/**
 * Recomputes the ledger from its entries, and compares its operations with the generations that they
 * paid for. Reads everything, locks nothing and repairs nothing.
 */
export async function audit({ ledger, database }: Audited): Promise<Audit> {
  const { findings, ...looked } = await ledger.audit()
  const { rows } = await database.query(comparison)
  const [row] = rows as { generations: number; findings: Finding[] }[]
  return {
    looked: { ...looked, generations: row?.generations ?? 0 },
    findings: [
      ...findings.map(({ accountId, id, finding }) => ({ workspaceId: accountId, id, finding })),
      ...(row?.findings ?? []),
    ],
  }
}

/**
 * One statement, so that both sides are of one instant. Operations that the present workspace did not
 * make are left out: a deleted account takes its generations with it and leaves its ledger.
 */
const comparison = `
  with compared as (
    select g.workspace_id, g.id, g.kind, g.status, g.ordered, g.delivered, g.held, g.spent,
      g.released, o.operation_id is null as missing, o.state, o.credits, o.spent as charged,
      o.released as returned,
      case when g.kind = 'image' then (select count(*) from studio.assets a
        where a.workspace_id = g.workspace_id and a.generation_id = g.id) end as pictures
    from studio.generations g
    left join credits.operations o on o.account_id = g.workspace_id and o.operation_id = g.id
  ), findings as (
    select workspace_id, id, 'The generation has no operation in the ledger.' as finding
    from compared where missing
    union all
    select workspace_id, id,
      format('The generation set aside %s, spent %s and gave back %s; its operation %s, %s and %s.',
        held, spent, released, credits, charged, returned)
    from compared
    where not missing and (held, spent, released) <> (credits, charged, returned)
    union all
    select workspace_id, id, format('The generation is %s, its operation %s.', status, state)
    from compared
    where not missing and (status in ('queued', 'running')) <> (state in ('held', 'running'))
    union all
    select workspace_id, id,
      format('%s pictures are kept, and %s were delivered.', pictures, delivered)
    from compared where pictures <> delivered
    union all
    select workspace_id, id,
      format('%s of %s were delivered for %s of %s credits.', delivered, ordered, spent, held)
    from compared where kind = 'image' and spent * ordered <> delivered * held
    union all
    select o.account_id, o.operation_id,
      format('The operation is %s with %s credits, and there is no generation for it.', o.state,
        o.credits)
    from credits.operations o
    join studio.workspaces w on w.id = o.account_id
    where o.state <> 'refused' and o.created_at >= extract(epoch from w.created_at) * 1000
      and not exists (select from studio.generations g
        where g.workspace_id = o.account_id and g.id = o.operation_id)
  )
  select (select count(*)::int from studio.generations) as generations,
    (select coalesce(json_agg(json_build_object('workspaceId', workspace_id, 'id', id,
        'finding', finding)), '[]')
      from (select * from findings order by workspace_id, id, finding limit ${findingsMax}) f)
      as findings`
