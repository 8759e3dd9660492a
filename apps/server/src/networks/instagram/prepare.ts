import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import type { GraphContainers } from '../graph/graph-containers.ts'
import type { Json, MediaFile, PrepareOrder } from '../network-adapter.ts'
import { PublishError } from '../publish-error.ts'

export const instagramIntentSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('post'),
    containerId: z.string(),
    caption: z.string(),
    /** When it was prepared first: what is ours is not older. */
    begunAt: z.number(),
  }),
  z.object({ kind: z.literal('comment'), mediaId: z.string(), text: z.string() }),
])

/** Has the whole post made at Instagram, up to its publishing. */
export async function prepareForInstagram(
  containers: GraphContainers,
  clock: Clock,
  order: PrepareOrder,
): Promise<Json> {
  const { content, replyTo } = order
  if (replyTo !== undefined)
    return { kind: 'comment', mediaId: replyTo.root.remoteId, text: content.text }
  const begunAt = await order.once('begun', async () => clock())
  const caption = content.text
  const containerId = await postContainer(containers, order)
  return { kind: 'post', containerId, caption, begunAt }
}

async function postContainer(containers: GraphContainers, order: PrepareOrder): Promise<string> {
  const { media, text } = order.content
  const caption = text === '' ? undefined : text
  const [only] = media
  if (only === undefined)
    throw new PublishError({
      kind: 'rejected',
      code: 'media_missing',
      detail: 'Instagram takes no post without a picture or video: add one.',
    })
  if (media.length === 1)
    return containers.ready(order, 'container', async () => ({
      ...(await mediaParams(only, 'REELS')),
      caption,
    }))
  const children: string[] = []
  for (const [index, file] of media.entries())
    children.push(
      await containers.ready(order, `child ${index + 1}`, async () => ({
        ...(await mediaParams(file, 'VIDEO')),
        is_carousel_item: 'true',
      })),
    )
  // Named after its children: with others it is another carousel.
  return containers.ready(order, `carousel of ${children.join(' ')}`, async () => ({
    media_type: 'CAROUSEL',
    children: children.join(','),
    caption,
  }))
}

async function mediaParams(
  file: MediaFile,
  videoType: 'REELS' | 'VIDEO',
): Promise<Readonly<Record<string, string | undefined>>> {
  const url = await file.publicUrl()
  if (file.mediaType.startsWith('video/')) return { media_type: videoType, video_url: url }
  return { image_url: url, alt_text: file.alt === '' ? undefined : file.alt }
}
