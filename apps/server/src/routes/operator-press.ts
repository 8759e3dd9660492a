import type { Context as HonoContext } from 'hono'
import type { Environment } from '../http/router.ts'
import type { Press } from '../operator/operator-action.ts'

/** A press of the operator who is signed in. Behind `operatorsOnly`. */
export function pressOf(
  c: HonoContext<Environment>,
  idempotencyKey: string,
  reason: string,
): Press {
  const { id, name } = c.get('user')
  return { operator: { id, name }, idempotencyKey, reason }
}
