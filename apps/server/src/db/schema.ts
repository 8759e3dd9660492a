import type {
  AvoidedWord,
  BrandColors,
  BrandField,
  BrandFonts,
  BrandLines,
  Design,
  ImageAction,
  MediaItem,
  Network,
  Notice,
  Origin,
  PostState,
  PostVersions,
  Progress,
  Recurrence,
} from '@rheos/contract'
import {
  bigint,
  boolean,
  customType,
  date,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'

/** The studio's tables as Drizzle sees them; `migrations/` makes them. */
export const studio = pgSchema('studio')

/** Instants are milliseconds since the epoch in the program and timestamptz in the database. */
export const instant = customType<{ data: number; driverData: Date | string }>({
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
  ownerEmail: text('owner_email').notNull().default(''),
  anchor: instant().notNull(),
  planEndsAt: instant('plan_ends_at'),
  nextPlan: text('next_plan', { enum: ['free', 'business', 'team'] }),
  lastFreeAt: instant('last_free_at'),
  dueAt: instant('due_at'),
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
    lines: jsonb().$type<BrandLines>().notNull().default({ audience: {}, themes: {} }),
    avoidedWords: jsonb('avoided_words').$type<AvoidedWord[]>().notNull().default([]),
    logoAlt: text('logo_alt').notNull().default(''),
    logoOnDarkId: text('logo_on_dark_id'),
    logoOnDarkAlt: text('logo_on_dark_alt').notNull().default(''),
    logoIconId: text('logo_icon_id'),
    logoIconAlt: text('logo_icon_alt').notNull().default(''),
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
    kind: text().$type<Notice['kind']>().notNull(),
    balance: integer().notNull(),
    cycleStart: instant('cycle_start').notNull(),
    at: instant().notNull(),
    payUrl: text('pay_url'),
    subject: jsonb().$type<Notice['subject']>(),
    dismissedBy: text('dismissed_by').array().notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)

export const mailChoices = studio.table('mail_choices', {
  userId: text('user_id').primaryKey(),
  creditAlerts: boolean('credit_alerts').notNull(),
  publishing: boolean().notNull().default(true),
})

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
  readonly action?: ImageAction | undefined
  /** What it was drawn from; where it never was, what was asked for. */
  readonly prompt: string
  /** What was changed of the picture it was made from. */
  readonly instruction?: string | undefined
  /** It goes back to a picture that was not drawn from a prompt. */
  readonly fromPicture?: true | undefined
  readonly withLogo?: boolean | undefined
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
    kind: text({ enum: ['generated', 'upload', 'imported', 'design', 'crop', 'slide'] }).notNull(),
    storageKey: text('storage_key').notNull(),
    mediaType: text('media_type').notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    bytes: integer().notNull(),
    alt: text().notNull().default(''),
    fileName: text('file_name'),
    brandId: text('brand_id'),
    generationId: text('generation_id'),
    parentId: text('parent_id'),
    folderId: text('folder_id'),
    movedFrom: text('moved_from'),
    brandIds: text('brand_ids').array().notNull().default([]),
    animated: boolean().notNull().default(false),
    durationMs: integer('duration_ms'),
    videoCodec: text('video_codec'),
    hasAudio: boolean('has_audio'),
    contentHash: text('content_hash'),
    posterKey: text('poster_key'),
    madeHere: boolean('made_here').notNull().default(false),
    made: jsonb().$type<AssetOrigin>(),
    design: jsonb().$type<Design>(),
    designPrint: text('design_print'),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    deletedAt: instant('deleted_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)

export const posts = studio.table(
  'posts',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text().notNull(),
    state: text().$type<PostState>().notNull(),
    type: text({ enum: ['text', 'image', 'carousel', 'video'] })
      .notNull()
      .default('text'),
    brandId: text('brand_id'),
    generationId: text('generation_id'),
    title: text().notNull().default(''),
    body: text().notNull().default(''),
    intent: text(),
    hook: text(),
    networks: jsonb().$type<readonly Network[]>().notNull().default([]),
    versions: jsonb().$type<PostVersions>().notNull().default({}),
    media: jsonb().$type<readonly MediaItem[]>().notNull().default([]),
    carouselId: text('carousel_id'),
    writtenBy: text('written_by', { enum: ['ai', 'hand'] }).notNull(),
    revision: integer().notNull().default(1),
    scheduledAt: instant('scheduled_at'),
    wallTime: text('wall_time'),
    timeZone: text('time_zone'),
    socialAccountIds: text('social_account_ids').array().notNull().default([]),
    recurrence: jsonb().$type<Recurrence>(),
    seriesId: text('series_id'),
    firstWallTime: text('first_wall_time'),
    occurrence: integer(),
    fieldRevisions: jsonb('field_revisions')
      .$type<Readonly<Record<string, number>>>()
      .notNull()
      .default({}),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    deletedAt: instant('deleted_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)

export const priceBookVersions = studio.table('price_book_versions', {
  version: integer().primaryKey(),
  effectiveFrom: instant('effective_from').notNull(),
  prices: jsonb().$type<Readonly<Record<string, number>>>().notNull(),
  publishedBy: text('published_by'),
  reason: text().notNull(),
  publishedAt: instant('published_at').notNull(),
  pressId: text('press_id'),
})

export const operatorActions = studio.table(
  'operator_actions',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text().notNull(),
    kind: text({ enum: ['grant', 'make_good', 'adjust', 'release', 'attend'] }).notNull(),
    operatorId: text('operator_id').notNull(),
    operatorName: text('operator_name').notNull(),
    reason: text().notNull(),
    targetId: text('target_id'),
    credits: integer().notNull(),
    request: jsonb().notNull(),
    result: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)

export const providerPrices = studio.table('provider_prices', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  provider: text().notNull(),
  model: text().notNull(),
  action: text().notNull(),
  effectiveFrom: date('effective_from', { mode: 'string' }).notNull(),
  micros: bigint({ mode: 'number' }).notNull(),
  source: text().notNull(),
  setBy: text('set_by'),
  setAt: instant('set_at').notNull(),
  pressId: text('press_id'),
})

export const audits = studio.table('audits', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  startedAt: instant('started_at').notNull(),
  endedAt: instant('ended_at').notNull(),
  looked: jsonb().$type<Readonly<Record<string, number>>>().notNull(),
  findings: jsonb()
    .$type<
      readonly { readonly workspaceId: string; readonly id: string; readonly finding: string }[]
    >()
    .notNull(),
  findingCount: integer('finding_count').notNull(),
})
