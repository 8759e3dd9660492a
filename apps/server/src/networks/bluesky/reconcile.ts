import type { Finding, ReconcileOrder } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { PublishError } from '../publish-error.ts'
import { collection, receiptOf } from './publish.ts'
import { recordSchema, xrpc } from './xrpc.ts'

/** The record is under its key, or nowhere. */
export async function reconcileBluesky(
  environment: NetworkEnvironment,
  { session, key, signal }: ReconcileOrder,
): Promise<Finding> {
  try {
    const answer = await xrpc(environment, {
      server: session.server,
      method: 'com.atproto.repo.getRecord',
      query: { repo: session.remoteId, collection, rkey: key },
      signal,
    })
    const record = recordSchema.parse(answer.json)
    return { found: 'there', receipt: receiptOf(session, key, record, answer.requestId) }
  } catch (error) {
    if (error instanceof PublishError && error.kind === 'rejected') return { found: 'not_there' }
    throw error
  }
}
