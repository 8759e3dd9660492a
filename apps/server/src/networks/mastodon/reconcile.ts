import { z } from 'zod'
import type { Finding, ReconcileOrder } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { mastodonCall, type Status, statusSchema } from './api.ts'
import { plainOf } from './plain-of.ts'
import { intentSchema } from './prepare.ts'
import { receiptOf } from './publish.ts'

/** Clocks of servers differ a little. */
const skewMs = 120_000
const pageMax = 40

/** Among what the account wrote since, by its words, its pictures and what it answers. */
export async function reconcileMastodon(
  environment: NetworkEnvironment,
  { session, intent, since, signal }: ReconcileOrder,
): Promise<Finding> {
  const wanted = intentSchema.parse(intent)
  const answer = await mastodonCall(environment, session, {
    method: 'GET',
    path: `/api/v1/accounts/${session.remoteId}/statuses?limit=${pageMax}&exclude_reblogs=true`,
    signal,
  })
  const statuses = z.array(statusSchema).parse(answer.json)
  const recent = statuses.filter(({ created_at }) => Date.parse(created_at) >= since - skewMs)
  const found = recent.find((status) => isSame(status, wanted))
  if (found !== undefined) return { found: 'there', receipt: receiptOf(found, answer.requestId) }
  // All of a full page is newer than the call: it may be on the next one.
  if (recent.length === pageMax)
    return { found: 'unclear', detail: 'The account wrote too much since to be sure.' }
  return { found: 'not_there' }
}

function isSame(status: Status, wanted: z.infer<typeof intentSchema>): boolean {
  const ids = status.media_attachments.map(({ id }) => id)
  if (wanted.media_ids.length > 0) return wanted.media_ids.join() === ids.join()
  return (
    ids.length === 0 &&
    status.in_reply_to_id === (wanted.in_reply_to_id ?? null) &&
    squeezed(plainOf(status.content)) === squeezed(wanted.status)
  )
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
