import type { BrandSource } from '@rheos/contract'
import { sql } from 'drizzle-orm'
import { isoInstant } from '../../clock.ts'
import { brandSources } from '../../db/brand-source-tables.ts'

const beginningMax = 240

/** What a list of sources needs: everything but their texts, which are long. */
export const sourceColumns = {
  id: brandSources.id,
  brandId: brandSources.brandId,
  kind: brandSources.kind,
  title: brandSources.title,
  words: brandSources.words,
  cut: brandSources.cut,
  address: brandSources.address,
  fileName: brandSources.fileName,
  pages: brandSources.pages,
  createdBy: brandSources.createdBy,
  createdAt: brandSources.createdAt,
  updatedAt: brandSources.updatedAt,
  characters: sql<number>`length(${brandSources.text})`.mapWith(Number),
  beginning: sql<string>`left(${brandSources.text}, ${sql.raw(String(beginningMax))})`,
}

export type ListedSource = Omit<BrandSource, 'state' | 'addedBy' | 'createdAt' | 'updatedAt'> & {
  readonly createdBy: string
  readonly createdAt: number
  readonly updatedAt: number
}

export function sourceView(source: ListedSource, addedBy: string): BrandSource {
  const { createdBy: _, ...facts } = source
  return {
    ...facts,
    state: 'ready',
    addedBy,
    createdAt: isoInstant(source.createdAt),
    updatedAt: isoInstant(source.updatedAt),
  }
}
