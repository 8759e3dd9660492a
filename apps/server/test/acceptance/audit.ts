import type pg from 'pg'
import { expect } from 'vitest'

/** Grants recomputed from their entries, and holds compared with generations: nothing may differ. */
export async function expectBooksToBalance(pool: pg.Pool): Promise<void> {
  expect(await rows(pool, driftedGrants), 'grants that differ from their entries').toEqual([])
  expect(await rows(pool, disagreeing), 'operations that differ from their generations').toEqual([])
  expect(await rows(pool, unpaidAssets), 'pictures delivered and not paid for').toEqual([])
}

async function rows(pool: pg.Pool, sql: string): Promise<unknown[]> {
  return (await pool.query(sql)).rows
}

const driftedGrants = `
  select grants.account_id, grants.grant_id
    from credits.grants
    left join lateral (
      select coalesce(sum(case when entries.to_place = 'held' then amount else 0 end), 0)
           - coalesce(sum(case when entries.from_place = 'held' then amount else 0 end), 0) as held,
             coalesce(sum(case when entries.to_place = 'spent' then amount else 0 end), 0)
           - coalesce(sum(case when entries.from_place = 'spent' then amount else 0 end), 0) as spent
        from credits.entries
       where entries.account_id = grants.account_id and entries.grant_id = grants.grant_id
    ) as moved on true
   where grants.held <> moved.held or grants.spent <> moved.spent`

const disagreeing = `
  select generation.id, generation.status, operation.state, generation.spent, operation.spent as charged
    from studio.generations as generation
    left join credits.operations as operation
      on operation.account_id = generation.workspace_id and operation.operation_id = generation.id
   where operation.operation_id is null
      or generation.spent <> operation.spent
      or generation.released <> operation.released
      or (generation.status in ('queued', 'running')) <> (operation.state in ('held', 'running'))`

const unpaidAssets = `
  select generation.id, count(asset.id), generation.delivered
    from studio.generations as generation
    left join studio.assets as asset
      on asset.workspace_id = generation.workspace_id and asset.generation_id = generation.id
   where generation.kind = 'image'
   group by generation.workspace_id, generation.id
  having count(asset.id) <> generation.delivered
      or generation.spent <> generation.delivered * (generation.held / generation.ordered)`
