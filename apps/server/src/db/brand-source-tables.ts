import { boolean, integer, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, studio } from './schema.ts'

export const brandSources = studio.table(
  'brand_sources',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text().notNull(),
    brandId: text('brand_id').notNull(),
    kind: text({ enum: ['website', 'document', 'text'] }).notNull(),
    title: text().notNull(),
    text: text().notNull(),
    words: integer().notNull(),
    cut: boolean().notNull().default(false),
    address: text(),
    fileName: text('file_name'),
    pages: integer(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    deletedAt: instant('deleted_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)

/** `search` is made by the database. */
export const brandPassages = studio.table(
  'brand_passages',
  {
    workspaceId: text('workspace_id').notNull(),
    sourceId: text('source_id').notNull(),
    place: integer().notNull(),
    brandId: text('brand_id').notNull(),
    text: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.sourceId, table.place] })],
)
