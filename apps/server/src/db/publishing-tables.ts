import type { DeliveryProblem, DeliveryState, Network, TargetState } from '@rheos/contract'
import { bigint, boolean, customType, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, studio } from './schema.ts'

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
})

export const socialAccounts = studio.table(
  'social_accounts',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text().notNull(),
    brandId: text('brand_id').notNull(),
    network: text().$type<Network>().notNull(),
    remoteId: text('remote_id').notNull(),
    server: text().notNull().default(''),
    name: text().notNull(),
    handle: text().notNull().default(''),
    avatarUrl: text('avatar_url'),
    credentials: bytes().notNull(),
    keyId: text('key_id').notNull(),
    scopes: text().array().notNull().default([]),
    facts: jsonb().$type<Readonly<Record<string, unknown>>>().notNull().default({}),
    tokenExpiresAt: instant('token_expires_at'),
    personNeededAt: instant('person_needed_at'),
    needsReconnect: boolean('needs_reconnect').notNull().default(false),
    problem: text(),
    connectedBy: text('connected_by').notNull(),
    connectedAt: instant('connected_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    disconnectedAt: instant('disconnected_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)

export const socialConnections = studio.table(
  'social_connections',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text().notNull(),
    brandId: text('brand_id').notNull(),
    memberId: text('member_id').notNull(),
    network: text().$type<Network>().notNull(),
    server: text().notNull().default(''),
    socialAccountId: text('social_account_id'),
    stateHash: text('state_hash').notNull(),
    status: text({ enum: ['authorize', 'choose', 'connected', 'failed'] }).notNull(),
    authorizeUrl: text('authorize_url'),
    secret: bytes(),
    keyId: text('key_id'),
    accountIds: text('account_ids').array().notNull().default([]),
    problem: text(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)

export const networkApps = studio.table(
  'network_apps',
  {
    network: text().$type<Network>().notNull(),
    server: text().notNull(),
    redirectUri: text('redirect_uri').notNull(),
    clientId: text('client_id').notNull(),
    clientSecret: bytes('client_secret').notNull(),
    keyId: text('key_id').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.network, table.server, table.redirectUri] })],
)

export const deliveries = studio.table(
  'deliveries',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text().notNull(),
    postId: text('post_id').notNull(),
    socialAccountId: text('social_account_id').notNull(),
    network: text().$type<Network>().notNull(),
    state: text().$type<DeliveryState>().notNull(),
    dueAt: instant('due_at').notNull(),
    nextAt: instant('next_at'),
    postRevision: integer('post_revision').notNull(),
    warnedRevision: integer('warned_revision'),
    watermark: boolean().notNull(),
    contentHash: text('content_hash').notNull(),
    attempts: integer().notNull().default(0),
    leaseOwner: text('lease_owner'),
    leaseUntil: instant('lease_until'),
    problemCode: text('problem_code').$type<DeliveryProblem['code']>(),
    problemDetail: text('problem_detail'),
    problemAction: text('problem_action').$type<DeliveryProblem['action']>(),
    url: text(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)

/** A picture or video as it is sent: made when the post was scheduled, and looked at then. */
export interface FrozenMedia {
  readonly assetId: string
  readonly alt: string
  /** Where the file that is sent lies in the storage. */
  readonly renditionKey: string
  readonly mediaType: string
  readonly width: number
  readonly height: number
  readonly bytes: number
  /** Of a video. */
  readonly durationMs?: number
}

/** What one target says and shows, as it was when it was last frozen. */
export interface FrozenContent {
  readonly text: string
  readonly title: string
  readonly media: readonly FrozenMedia[]
}

export const deliveryTargets = studio.table(
  'delivery_targets',
  {
    workspaceId: text('workspace_id').notNull(),
    deliveryId: text('delivery_id').notNull(),
    index: integer().notNull(),
    kind: text({ enum: ['post', 'reply', 'comment'] }).notNull(),
    state: text().$type<TargetState>().notNull(),
    content: jsonb().$type<FrozenContent>().notNull(),
    key: text().notNull(),
    prepared: jsonb().$type<Readonly<Record<string, unknown>>>().notNull().default({}),
    intent: jsonb(),
    kept: jsonb(),
    committedAt: instant('committed_at'),
    calledAt: instant('called_at'),
    receipt: jsonb(),
    remoteId: text('remote_id'),
    url: text(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.deliveryId, table.index] })],
)

export const deliveryEvents = studio.table(
  'delivery_events',
  {
    workspaceId: text('workspace_id').notNull(),
    deliveryId: text('delivery_id').notNull(),
    number: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    at: instant().notNull(),
    target: integer(),
    kind: text().notNull(),
    detail: text().notNull().default(''),
    requestId: text('request_id'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.deliveryId, table.number] })],
)

export const postingSlots = studio.table(
  'posting_slots',
  {
    workspaceId: text('workspace_id').notNull(),
    brandId: text('brand_id').notNull(),
    timeZone: text('time_zone').notNull(),
    slots: jsonb()
      .$type<readonly { readonly weekday: number; readonly time: string }[]>()
      .notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.brandId] })],
)
