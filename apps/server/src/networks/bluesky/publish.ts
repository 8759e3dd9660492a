import type { PublishOrder, Receipt, Session } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { credentialsSchema } from './connect.ts'
import { recordSchema, xrpc } from './xrpc.ts'

export const collection = 'app.bsky.feed.post'

/** Puts the record under its key. The same record under the same key changes nothing. */
export async function publishBluesky(
  environment: NetworkEnvironment,
  { session, intent, key, signal }: PublishOrder,
): Promise<Receipt> {
  const answer = await xrpc(environment, {
    server: session.server,
    method: 'com.atproto.repo.putRecord',
    procedure: true,
    commits: true,
    token: credentialsSchema.parse(session.credentials).accessJwt,
    json: { repo: session.remoteId, collection, rkey: key, record: intent },
    signal,
  })
  return receiptOf(session, key, recordSchema.parse(answer.json), answer.requestId)
}

export function receiptOf(
  session: Session,
  key: string,
  record: { readonly uri: string; readonly cid: string },
  requestId: string | undefined,
): Receipt {
  const name = session.facts['handle'] ?? session.remoteId
  return {
    remoteId: record.uri,
    url: `https://bsky.app/profile/${name}/post/${key}`,
    reference: { uri: record.uri, cid: record.cid },
    requestId,
  }
}
