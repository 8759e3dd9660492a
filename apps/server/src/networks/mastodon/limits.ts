import { z } from 'zod'
import type { AccountLimits, Session } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { mastodonCall } from './api.ts'

const instanceSchema = z.object({
  configuration: z.object({
    statuses: z.object({ max_characters: z.number(), max_media_attachments: z.number() }),
  }),
})

/** Every server says for itself how much it takes. */
export async function mastodonLimits(
  environment: NetworkEnvironment,
  session: Session,
): Promise<AccountLimits> {
  const answer = await mastodonCall(environment, session, {
    method: 'GET',
    path: '/api/v2/instance',
    timeoutMs: 5_000,
    signal: new AbortController().signal,
  })
  const { statuses } = instanceSchema.parse(answer.json).configuration
  return { textMax: statuses.max_characters, imagesMax: statuses.max_media_attachments }
}
