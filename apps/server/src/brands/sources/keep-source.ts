import { sourceTextMax } from '@rheos/contract'
import { and, eq } from 'drizzle-orm'
import { brandPassages, brandSources } from '../../db/brand-source-tables.ts'
import type { Transaction } from '../../db/database.ts'
import { countWords } from '../check/words.ts'
import { passagesOf } from './passages.ts'

type Row = typeof brandSources.$inferInsert

/** A source as it comes: its text clean, and not yet cut to what is kept. */
export type NewSource = Pick<
  Row,
  'workspaceId' | 'id' | 'brandId' | 'kind' | 'title' | 'text' | 'createdBy'
> &
  Partial<Pick<Row, 'address' | 'fileName' | 'pages'>> & { readonly at: number }

/** Keeps a source with its passages, so that they are found from the same moment on. */
export async function keepSource(tx: Transaction, { at, ...source }: NewSource): Promise<void> {
  const text = source.text.slice(0, sourceTextMax).replace(/[\ud800-\udbff]$/, '')
  const { workspaceId, brandId } = source
  await tx.db.insert(brandSources).values({
    ...source,
    text,
    words: countWords(text),
    cut: text.length < source.text.length,
    createdAt: at,
    updatedAt: at,
  })
  const passages = passagesOf(text)
  if (passages.length === 0) return
  await tx.db.insert(brandPassages).values(
    passages.map((passage, place) => ({
      workspaceId,
      sourceId: source.id,
      brandId,
      place,
      text: passage,
    })),
  )
}

/** A website that is read again takes the place of what was read there before. */
export async function replaceWebsite(tx: Transaction, source: NewSource): Promise<void> {
  await tx.db
    .delete(brandSources)
    .where(
      and(
        eq(brandSources.workspaceId, source.workspaceId),
        eq(brandSources.brandId, source.brandId),
        eq(brandSources.kind, 'website'),
        eq(brandSources.address, source.address ?? ''),
      ),
    )
  await keepSource(tx, source)
}
