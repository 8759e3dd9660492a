import type { PostContent } from '@rheos/contract'
import { boolean, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, studio } from './schema.ts'

export const postRevisions = studio.table(
  'post_revisions',
  {
    workspaceId: text('workspace_id').notNull(),
    postId: text('post_id').notNull(),
    number: integer().notNull(),
    kind: text({ enum: ['begun', 'edit', 'rewrite', 'restore', 'set_aside'] }).notNull(),
    content: jsonb().$type<PostContent>().notNull(),
    summary: text().notNull(),
    memberId: text('member_id').notNull(),
    beganAt: instant('began_at').notNull(),
    at: instant().notNull(),
    sealed: boolean().notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.postId, table.number] })],
)
