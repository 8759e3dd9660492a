import { boolean, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, studio } from './schema.ts'

export const billingCustomers = studio.table('billing_customers', {
  workspaceId: text('workspace_id').primaryKey(),
  customerId: text('customer_id').notNull(),
  createdAt: instant('created_at').notNull(),
  checkoutId: text('checkout_id'),
  checkoutUrl: text('checkout_url'),
  checkoutKey: text('checkout_key'),
})

export const subscriptions = studio.table(
  'subscriptions',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text().notNull(),
    live: boolean().notNull(),
    snapshot: jsonb().notNull(),
    fingerprint: text().notNull(),
    readAt: instant('read_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)

export const billingPeriods = studio.table(
  'billing_periods',
  {
    workspaceId: text('workspace_id').notNull(),
    subscriptionId: text('subscription_id').notNull(),
    start: instant('starts_at').notNull(),
    plan: text({ enum: ['business', 'team'] }).notNull(),
    end: instant('ends_at').notNull(),
    state: text({ enum: ['opened', 'paid', 'unpaid', 'refunded', 'disputed'] }).notNull(),
    lineId: text('line_id'),
    granted: integer().notNull(),
    byAllowance: boolean('by_allowance').notNull(),
    taken: integer().notNull(),
    moves: integer().notNull(),
    shortfall: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.subscriptionId, table.start, table.plan] }),
  ],
)

export const invoices = studio.table(
  'invoices',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text().notNull(),
    subscriptionId: text('subscription_id').notNull(),
    createdAt: instant('created_at').notNull(),
    snapshot: jsonb().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)

export const billingAttention = studio.table(
  'billing_attention',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text().notNull(),
    sentence: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
)

export const billingEvents = studio.table('billing_events', {
  id: text().primaryKey(),
  type: text().notNull(),
  payload: text().notNull(),
  customerId: text('customer_id'),
  subscriptionId: text('subscription_id'),
  paymentId: text('payment_id'),
  workspaceId: text('workspace_id'),
  happenedAt: instant('happened_at').notNull(),
  receivedAt: instant('received_at').notNull(),
  state: text({ enum: ['received', 'done', 'ignored'] }).notNull(),
  attempts: integer().notNull().default(0),
  error: text(),
})
