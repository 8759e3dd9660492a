import type { Transaction } from '../db/database.ts'
import type { BrandRecord } from './brand-view.ts'

/** What can belong to a brand beside its generations. */
const kept = [
  'posts',
  'carousels',
  'assets',
  'brand_sources',
  'social_accounts',
  'posting_slots',
] as const

/**
 * The id of a brand that was made for a website which then could not be read, with nothing else in
 * it: the next brand takes its place, so that a dead address uses up none of the brands of a plan.
 */
export async function unreadBrand(
  tx: Transaction,
  workspaceId: string,
  kind: BrandRecord['kind'],
): Promise<string | undefined> {
  const { rows } = await tx.query<{ id: string }>(statement, [workspaceId, kind])
  return rows[0]?.id
}

const ofBrand = '(workspace_id, brand_id) = (b.workspace_id, b.id)'

const statement = `select b.id from studio.brands b
where b.workspace_id = $1 and b.kind = $2 and b.deleted_at is null
  and b.origins = '{}' and b.avoided_words = '[]'
  and b.logo_on_dark_id is null and b.logo_icon_id is null
  and exists (select from studio.generations where ${ofBrand})
  and not exists (
    select from studio.generations
    where ${ofBrand} and not (kind = 'import' and status in ('failed', 'cancelled'))
  )
  ${kept.map((table) => `and not exists (select from studio.${table} where ${ofBrand})`).join('\n  ')}
  and not exists (
    select from studio.assets where workspace_id = b.workspace_id and b.id = any(brand_ids)
  )
order by b.created_at, b.id limit 1`
