import { setTimeout as wait } from 'node:timers/promises'
import { FormData } from 'undici'
import { z } from 'zod'
import type { Json, MediaFile, PrepareOrder } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { PublishError } from '../publish-error.ts'
import { mastodonCall } from './api.ts'

const mediaSchema = z.object({ id: z.string(), url: z.string().nullable().default(null) })
const looksMax = 20
const lookEveryMs = 500

/** What is sent, complete. */
export const intentSchema = z.object({
  status: z.string(),
  media_ids: z.array(z.string()),
  in_reply_to_id: z.string().optional(),
  visibility: z.literal('public'),
})

/** Uploads the pictures with their descriptions, and waits until the server has looked at them. */
export async function prepareMastodon(
  environment: NetworkEnvironment,
  order: PrepareOrder,
): Promise<Json> {
  const { content, replyTo } = order
  const ids: string[] = []
  for (const media of content.media) ids.push(await uploaded(environment, order, media))
  return {
    status: content.text,
    media_ids: ids,
    ...(replyTo !== undefined && { in_reply_to_id: replyTo.parent.remoteId }),
    visibility: 'public',
  }
}

async function uploaded(
  environment: NetworkEnvironment,
  order: PrepareOrder,
  media: MediaFile,
): Promise<string> {
  const { session, once, signal } = order
  const id = await once(`media-${media.assetId}`, async () => {
    const form = new FormData()
    const bytes = new Uint8Array(await media.read())
    form.set('file', new File([bytes], 'picture', { type: media.mediaType }))
    if (media.alt !== '') form.set('description', media.alt)
    const answer = await mastodonCall(environment, session, {
      method: 'POST',
      path: '/api/v2/media',
      body: form,
      timeoutMs: 60_000,
      signal,
    })
    return mediaSchema.parse(answer.json).id
  })
  await ready(environment, order, id)
  return id
}

/** 206: the server still looks at it. */
async function ready(
  environment: NetworkEnvironment,
  { session, signal }: PrepareOrder,
  id: string,
): Promise<void> {
  for (let looks = 0; looks < looksMax; looks += 1) {
    const answer = await mastodonCall(environment, session, {
      method: 'GET',
      path: `/api/v1/media/${id}`,
      signal,
    })
    if (answer.status === 200) return
    await wait(lookEveryMs, undefined, { signal })
  }
  throw new PublishError({
    kind: 'not_sent',
    code: 'network_failed',
    detail: 'The server still works on a picture. It is tried again.',
  })
}
