import type { CarouselLook, Slide } from '@rheos/contract'
import { integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, studio } from './schema.ts'

export const carouselsTable = studio.table(
  'carousels',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text().notNull(),
    brandId: text('brand_id'),
    title: text().notNull().default(''),
    structureId: text('structure_id'),
    look: jsonb().$type<CarouselLook>().notNull(),
    slides: jsonb().$type<readonly Slide[]>().notNull().default([]),
    revision: integer().notNull().default(1),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    deletedAt: instant('deleted_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)
