import { sql } from 'drizzle-orm'
import type { Statements } from '../../db/database.ts'
import type { SourceExcerpt } from '../../models/brand-brief.ts'

/** How much of the sources a model is given, in characters. */
const budget = 3000
const passagesMax = 6
const wordsMax = 24

/**
 * What the sources of a brand say that has most to do with `about`, best first; where nothing has,
 * how the newest of them begin.
 */
export async function relevantPassages(
  db: Statements,
  workspaceId: string,
  brandId: string,
  about: string,
): Promise<SourceExcerpt[]> {
  const query = queryOf(about)
  const { rows } = await db.execute<{ title: string; text: string }>(sql`
    select s.title, p.text
    from studio.brand_sources s
    join studio.brand_passages p on p.workspace_id = s.workspace_id and p.source_id = s.id
    cross join to_tsquery('simple', ${query}) as q
    where s.workspace_id = ${workspaceId} and s.brand_id = ${brandId} and s.deleted_at is null
      and (p.search @@ q or p.place = 0)
    order by (p.search @@ q) desc, ts_rank(p.search, q, 1) desc, s.created_at desc, p.place
    limit ${passagesMax}`)
  return within(rows)
}

function within(rows: readonly SourceExcerpt[]): SourceExcerpt[] {
  let left = budget
  return rows.flatMap(({ title, text }) => {
    if (left < 80) return []
    const excerpt = text.slice(0, left).replace(/[\ud800-\udbff]$/, '')
    left -= excerpt.length
    return [{ title, text: excerpt }]
  })
}

/**
 * Any of the words, by how they begin: "baking" finds "baked" and "bakes". Only letters and digits
 * come into it, so that nothing of what a person wrote is read as a query.
 */
export function queryOf(about: string): string {
  const words = about.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []
  return [...new Set(words)]
    .sort((one, other) => other.length - one.length)
    .slice(0, wordsMax)
    .map((word) => `'${beginningOf(word)}':*`)
    .join(' | ')
}

function beginningOf(word: string): string {
  const letters = [...word]
  return letters.slice(0, Math.max(4, Math.floor(letters.length * 0.6))).join('')
}
