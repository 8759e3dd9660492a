import type { Progress } from '@rheos/contract'
import { and, desc, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { containsText } from '../db/contains-text.ts'
import type { Statements } from '../db/database.ts'
import { generations } from '../db/schema.ts'
import { decodeCursor, encodeCursor } from '../paging.ts'

/** A generation as it is stored. */
export type GenerationRecord = typeof generations.$inferSelect

export function isOpen(record: Pick<GenerationRecord, 'status'>): boolean {
  return record.status === 'queued' || record.status === 'running'
}

export async function findGeneration(
  db: Statements,
  workspaceId: string,
  id: string,
): Promise<GenerationRecord | undefined> {
  const [record] = await db
    .select()
    .from(generations)
    .where(and(eq(generations.workspaceId, workspaceId), eq(generations.id, id)))
  return record
}

export interface GenerationPage {
  readonly items: readonly GenerationRecord[]
  readonly next: string | null
}

const promptOf = sql`${generations.request}->>'prompt'`

/** Newest first. */
export async function listGenerations(
  db: Statements,
  filter: {
    readonly workspaceId: string
    readonly kind: GenerationRecord['kind']
    readonly limit: number
    readonly cursor?: string | undefined
    /** What the prompt of its request contains. */
    readonly q?: string | undefined
  },
): Promise<GenerationPage> {
  const after = filter.cursor === undefined ? undefined : decodeCursor(filter.cursor)
  const records = await db
    .select()
    .from(generations)
    .where(
      and(
        eq(generations.workspaceId, filter.workspaceId),
        eq(generations.kind, filter.kind),
        containsText(filter.q, [promptOf]),
        after &&
          or(
            lt(generations.createdAt, after.at),
            and(eq(generations.createdAt, after.at), lt(generations.id, after.id)),
          ),
      ),
    )
    .orderBy(desc(generations.createdAt), desc(generations.id))
    .limit(filter.limit + 1)
  const items = records.slice(0, filter.limit)
  const last = items.at(-1)
  return {
    items,
    next:
      records.length > items.length && last
        ? encodeCursor({ at: last.createdAt, id: last.id })
        : null,
  }
}

/** What is open, and what ended after `since`, in any of these workspaces. */
export async function recentGenerations(
  db: Statements,
  workspaceIds: readonly string[],
  since: number,
): Promise<readonly GenerationRecord[]> {
  if (workspaceIds.length === 0) return []
  return db
    .select()
    .from(generations)
    .where(
      and(
        inArray(generations.workspaceId, [...workspaceIds]),
        or(isNull(generations.endedAt), gt(generations.endedAt, since)),
      ),
    )
}

/** Progress as people see it; what a kind keeps for itself stays inside. */
export function progressView(record: GenerationRecord): Progress | null {
  if (record.progress === null) return null
  const { done, total, message } = record.progress
  return { done, total, message }
}
