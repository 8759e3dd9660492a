import { Blob } from 'node:buffer'
import { FormData } from 'undici'
import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import type { GraphApi } from '../graph/graph-api.ts'
import { lastingStep } from '../lasting-step.ts'
import type { Json, MediaFile, PrepareOrder } from '../network-adapter.ts'
import { PublishError } from '../publish-error.ts'

export const facebookIntentSchema = z.object({
  /** Of the post that is commented; null: it is a post. */
  commentOn: z.string().nullable(),
  text: z.string(),
  photoIds: z.array(z.string()),
  /** When it was prepared first: what is ours is not older. */
  begunAt: z.number(),
})

const idSchema = z.object({ id: z.string() })

/** Uploads pictures so that nobody sees them yet. */
export async function prepareForFacebook(
  api: GraphApi,
  clock: Clock,
  order: PrepareOrder,
): Promise<Json> {
  const { content, replyTo } = order
  const begunAt = await order.once('begun', async () => clock())
  const photoIds: string[] = []
  for (const [index, file] of content.media.entries()) {
    const id = await lastingStep(order, {
      name: `photo ${index + 1}`,
      clock,
      lastsMs: photosLastMs,
      make: () => uploadPhoto(api, order, file),
    })
    photoIds.push(id)
  }
  return { commentOn: replyTo?.root.remoteId ?? null, text: content.text, photoIds, begunAt }
}

async function uploadPhoto(api: GraphApi, order: PrepareOrder, file: MediaFile): Promise<string> {
  const { session, signal } = order
  if (!file.mediaType.startsWith('image/'))
    throw new PublishError({
      kind: 'rejected',
      code: 'media_refused',
      detail:
        'Videos cannot be published on Facebook from here yet: take the video out of the post.',
    })
  const upload = new FormData()
  upload.set('source', new Blob([await file.read()], { type: file.mediaType }), 'photo')
  const { id } = await api.read(idSchema, {
    session,
    method: 'POST',
    path: `/${session.remoteId}/photos`,
    params: { published: 'false', alt_text_custom: file.alt === '' ? undefined : file.alt },
    upload,
    timeoutMs: 120_000,
    signal,
  })
  return id
}

/** A day, with room for the post itself. */
const photosLastMs = 23 * 3_600_000
