import { integer, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, studio } from './schema.ts'

export const folders = studio.table(
  'folders',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text().notNull(),
    parentId: text('parent_id'),
    name: text().notNull(),
    movedFrom: text('moved_from'),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    deletedAt: instant('deleted_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)

export const uploads = studio.table(
  'uploads',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text().notNull(),
    bytes: integer().notNull(),
    received: integer().notNull().default(0),
    parts: text().array().notNull().default([]),
    fileName: text('file_name'),
    alt: text().notNull().default(''),
    folderId: text('folder_id'),
    brandIds: text('brand_ids').array().notNull().default([]),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    assetId: text('asset_id'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)
