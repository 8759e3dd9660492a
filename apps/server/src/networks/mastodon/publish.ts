import type { PublishOrder, Receipt } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { mastodonCall, type Status, statusSchema } from './api.ts'

/** The server keeps the key for an hour and answers a repeated call with the post that it made. */
export async function publishMastodon(
  environment: NetworkEnvironment,
  { session, intent, key, signal }: PublishOrder,
): Promise<Receipt> {
  const answer = await mastodonCall(environment, session, {
    method: 'POST',
    path: '/api/v1/statuses',
    commits: true,
    headers: { 'idempotency-key': key },
    json: intent,
    signal,
  })
  return receiptOf(statusSchema.parse(answer.json), answer.requestId)
}

export function receiptOf({ id, url, uri }: Status, requestId: string | undefined): Receipt {
  return { remoteId: id, url: url ?? uri, reference: { id }, requestId }
}
