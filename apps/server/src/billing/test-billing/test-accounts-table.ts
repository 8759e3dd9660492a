import { jsonb, text } from 'drizzle-orm/pg-core'
import { instant, studio } from '../../db/schema.ts'
import type { TestAccount } from './test-account.ts'

export const testAccountsTable = studio.table('test_billing_accounts', {
  workspaceId: text('workspace_id').primaryKey(),
  id: text().notNull(),
  document: jsonb().$type<TestAccount>().notNull(),
  dueAt: instant('due_at'),
})
