import type { Accepted } from '@rheos/contract'
import type { Requested } from '../generation/generations.ts'

/** The answer to a request that a job works on. */
export function acceptedView(requested: Requested): Accepted {
  return { id: requested.id, status: requested.status, credits: { held: requested.held } }
}
