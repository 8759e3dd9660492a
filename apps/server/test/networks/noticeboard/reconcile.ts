import { z } from 'zod'
import type { Finding, ReconcileOrder } from '../../../src/networks/network-adapter.ts'
import type { NetworkEnvironment } from '../../../src/networks/network-environment.ts'
import { callBoard } from './connect.ts'
import { pinnedSchema, receiptOf } from './publish.ts'

/** Looks for the mark. It changes nothing, and is asked only after a call had time to take effect. */
export async function findNote(
  environment: NetworkEnvironment,
  { session, key, signal }: ReconcileOrder,
): Promise<Finding> {
  const path = `/notes?mark=${encodeURIComponent(key)}`
  const answer = await callBoard(environment, session, path, { method: 'GET', signal })
  const found = z
    .array(pinnedSchema)
    .parse(answer.json)
    .find(({ mark }) => mark === key)
  if (found === undefined) return { found: 'not_there' }
  return { found: 'there', receipt: receiptOf(found) }
}
