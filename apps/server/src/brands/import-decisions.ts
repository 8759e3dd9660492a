import type { Decisions } from '@rheos/contract'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Statements, Transaction } from '../db/database.ts'
import { importDecisions } from '../db/schema.ts'
import type { GenerationRecord } from '../generation/generation-record.ts'
import { Refusal } from '../refusal.ts'
import type { StoredFinding } from './import-result.ts'
import { resultOf } from './import-view.ts'

export type Decision = Decisions['decisions'][number]

/** A decision and the finding that it is about. */
export interface DecidedFinding {
  readonly decision: Decision
  readonly finding: StoredFinding
}

/** Pairs each decision with its finding; refuses a field that was not found, and one decided twice. */
export function decidedFindings(
  record: GenerationRecord,
  decisions: readonly Decision[],
): DecidedFinding[] {
  const result = resultOf(record)
  if (result === undefined) {
    throw new Refusal('conflict', 'This import has found nothing to decide about yet.')
  }
  if (new Set(decisions.map(({ field }) => field)).size < decisions.length) {
    throw new Refusal('invalid_request', 'A field can be decided once in a request.')
  }
  return decisions.map((decision) => {
    const finding = result.findings.find(({ field }) => field === decision.field)
    if (finding === undefined) {
      throw new Refusal('invalid_request', `This import found nothing for “${decision.field}”.`)
    }
    return { decision, finding }
  })
}

/** The last decision on a field counts. */
export async function rememberDecisions(
  tx: Transaction,
  record: GenerationRecord,
  decisions: readonly Decision[],
  decidedAt: number,
): Promise<void> {
  await tx.db
    .insert(importDecisions)
    .values(
      decisions.map(({ field, accept }) => ({
        workspaceId: record.workspaceId,
        generationId: record.id,
        field,
        decision: accept ? ('accepted' as const) : ('dismissed' as const),
        decidedAt,
      })),
    )
    .onConflictDoUpdate({
      target: [importDecisions.workspaceId, importDecisions.generationId, importDecisions.field],
      set: { decision: sql`excluded.decision`, decidedAt: sql`excluded.decided_at` },
    })
}

/** The decisions on several imports in one statement. */
export async function loadDecisions(db: Statements, records: readonly GenerationRecord[]) {
  const [first] = records
  const found =
    first === undefined
      ? []
      : await db
          .select()
          .from(importDecisions)
          .where(
            and(
              eq(importDecisions.workspaceId, first.workspaceId),
              inArray(
                importDecisions.generationId,
                records.map((record) => record.id),
              ),
            ),
          )
  return (importId: string) =>
    new Map(
      found
        .filter((row) => row.generationId === importId)
        .map((row) => [row.field as string, row.decision] as const),
    )
}
