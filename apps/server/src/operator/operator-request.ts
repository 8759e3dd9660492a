import type { Instant } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { Operator } from './operator-action.ts'

/** What an operator asks for that concerns no one workspace. */
export type OperatorRequest =
  | { readonly kind: 'replay'; readonly eventId: string }
  | { readonly kind: 'audit' }

/** Writes down who asked for what, for good. */
export async function recordRequest(
  { pool }: Pick<Database, 'pool'>,
  request: OperatorRequest,
  { operator, at }: { readonly operator: Operator; readonly at: Instant },
): Promise<void> {
  await pool.query(
    `insert into studio.operator_requests (kind, operator_id, operator_name, target_id, at)
     values ($1, $2, $3, $4, $5)`,
    [
      request.kind,
      operator.id,
      operator.name,
      request.kind === 'replay' ? request.eventId : null,
      new Date(at),
    ],
  )
}
