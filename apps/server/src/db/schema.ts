import type { BrandColors, BrandField, BrandFonts, Origin, Progress } from '@rheos/contract'
import {
  boolean,
  customType,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'

/** The studio's tables as Drizzle sees them; `migrations/` makes them. */
const studio = pgSchema('studio')

/** Instants are milliseconds since the epoch in the program and timestamptz in the database. */
const instant = customType<{ data: number; driverData: Date | string }>({
  dataType: () => 'timestamptz',
  toDriver: (value) => new Date(value),
  fromDriver: (value) => new Date(value).getTime(),
})

export const workspaces = studio.table('workspaces', {
  id: text().primaryKey(),
  name: text().notNull(),
  plan: text({ enum: ['free', 'business', 'team'] })
    .notNull()
    .default('free'),
  ownerId: text('owner_id').notNull(),
  anchor: instant().notNull(),
  createdAt: instant('created_at').notNull(),
  deletedAt: instant('deleted_at'),
})

export const members = studio.table(
  'members',
  {
    workspaceId: text('workspace_id').notNull(),
    userId: text('user_id').notNull(),
    name: text().notNull().default(''),
    role: text({ enum: ['owner', 'admin', 'member'] }).notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.userId] })],
)

export const formerOwners = studio.table('former_owners', {
  emailHash: text('email_hash').primaryKey(),
  workspaceId: text('workspace_id').notNull(),
  anchor: instant().notNull(),
  deletedAt: instant('deleted_at').notNull(),
})

export const brands = studio.table(
  'brands',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text().notNull(),
    kind: text({ enum: ['personal', 'business'] }).notNull(),
    name: text().notNull(),
    pinned: boolean().notNull().default(false),
    website: text(),
    description: text().notNull().default(''),
    language: text().notNull().default(''),
    logoAssetId: text('logo_asset_id'),
    colors: jsonb().$type<BrandColors>().notNull().default({}),
    fonts: jsonb().$type<BrandFonts>().notNull().default({}),
    tone: jsonb().$type<string[]>().notNull().default([]),
    audience: jsonb().$type<string[]>().notNull().default([]),
    themes: jsonb().$type<string[]>().notNull().default([]),
    identity: text().notNull().default(''),
    origins: jsonb().$type<Partial<Record<BrandField, Origin>>>().notNull().default({}),
    revision: integer().notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    deletedAt: instant('deleted_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)

export const generations = studio.table(
  'generations',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text().notNull(),
    kind: text({ enum: ['image', 'import', 'writing'] }).notNull(),
    status: text({ enum: ['queued', 'running', 'succeeded', 'failed', 'cancelled'] }).notNull(),
    request: jsonb().notNull(),
    brandId: text('brand_id'),
    memberId: text('member_id').notNull(),
    ordered: integer().notNull(),
    delivered: integer().notNull().default(0),
    held: integer().notNull(),
    spent: integer().notNull().default(0),
    released: integer().notNull().default(0),
    progress: jsonb().$type<Progress & { readonly detail?: unknown }>(),
    result: jsonb(),
    errorCode: text('error_code'),
    errorDetail: text('error_detail'),
    note: text(),
    cancelRequestedAt: instant('cancel_requested_at'),
    createdAt: instant('created_at').notNull(),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)

export const notices = studio.table(
  'notices',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text().notNull(),
    kind: text({ enum: ['running_low', 'last_image', 'used_up'] }).notNull(),
    balance: integer().notNull(),
    cycleStart: instant('cycle_start').notNull(),
    at: instant().notNull(),
    dismissedBy: text('dismissed_by').array().notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)

export const importDecisions = studio.table(
  'import_decisions',
  {
    workspaceId: text('workspace_id').notNull(),
    generationId: text('generation_id').notNull(),
    field: text().$type<BrandField>().notNull(),
    decision: text({ enum: ['accepted', 'dismissed'] }).notNull(),
    decidedAt: instant('decided_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.generationId, table.field] })],
)

/** How a generated asset came to be. */
export interface AssetOrigin {
  readonly prompt: string
  readonly tier: string
  readonly aspect: string
  readonly provider: string
  readonly model: string
  readonly builtIn: boolean
  readonly credits: number
  readonly seed: number
}

export const assets = studio.table(
  'assets',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text().notNull(),
    kind: text({ enum: ['generated', 'upload', 'imported'] }).notNull(),
    storageKey: text('storage_key').notNull(),
    mediaType: text('media_type').notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    bytes: integer().notNull(),
    alt: text().notNull().default(''),
    fileName: text('file_name'),
    brandId: text('brand_id'),
    generationId: text('generation_id'),
    made: jsonb().$type<AssetOrigin>(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    deletedAt: instant('deleted_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)

export const drafts = studio.table(
  'drafts',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text().notNull(),
    state: text({ enum: ['idea', 'draft'] }).notNull(),
    brandId: text('brand_id'),
    generationId: text('generation_id'),
    title: text().notNull().default(''),
    body: text().notNull().default(''),
    intent: text(),
    platform: text(),
    writtenBy: text('written_by', { enum: ['ai', 'hand'] }).notNull(),
    revision: integer().notNull().default(1),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    deletedAt: instant('deleted_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)
