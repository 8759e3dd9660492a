import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import { lastingStep } from '../lasting-step.ts'
import type { Json, MediaFile, PrepareOrder } from '../network-adapter.ts'
import { PublishError } from '../publish-error.ts'
import type { LinkedinApi } from './linkedin-api.ts'

export const linkedinIntentSchema = z.object({
  /** Of the post that is commented; null: it is a post. */
  commentOn: z.string().nullable(),
  text: z.string(),
  images: z.array(z.object({ id: z.string(), altText: z.string() })),
  /** When it was prepared first: what is ours is not older. */
  begunAt: z.number(),
})

const uploadSchema = z.object({
  value: z.object({ uploadUrl: z.string(), image: z.string() }),
})

/** Uploads pictures; nobody sees them before a post names them. */
export async function prepareForLinkedin(
  api: LinkedinApi,
  clock: Clock,
  order: PrepareOrder,
): Promise<Json> {
  const { content, replyTo } = order
  const begunAt = await order.once('begun', async () => clock())
  const images: { readonly id: string; readonly altText: string }[] = []
  for (const [index, file] of content.media.entries()) {
    const id = await lastingStep(order, {
      name: `image ${index + 1}`,
      clock,
      lastsMs: imagesLastMs,
      make: () => uploadImage(api, order, file),
    })
    images.push({ id, altText: file.alt })
  }
  return { commentOn: replyTo?.root.remoteId ?? null, text: content.text, images, begunAt }
}

/** LinkedIn names no end for an image that no post uses; a day is surely within it. */
const imagesLastMs = 23 * 3_600_000

async function uploadImage(
  api: LinkedinApi,
  { session, signal }: PrepareOrder,
  file: MediaFile,
): Promise<string> {
  if (!file.mediaType.startsWith('image/'))
    throw new PublishError({
      kind: 'rejected',
      code: 'media_refused',
      detail:
        'Videos cannot be published on LinkedIn from here yet: take the video out of the post.',
    })
  const { value } = await api.read(uploadSchema, {
    session,
    method: 'POST',
    path: '/rest/images',
    query: { action: 'initializeUpload' },
    json: { initializeUploadRequest: { owner: session.remoteId } },
    signal,
  })
  await api.answer({
    session,
    method: 'PUT',
    url: value.uploadUrl,
    headers: { 'content-type': file.mediaType },
    body: await file.read(),
    timeoutMs: 120_000,
    signal,
  })
  return value.image
}
