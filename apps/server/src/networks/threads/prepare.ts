import { z } from 'zod'
import type { GraphContainers } from '../graph/graph-containers.ts'
import type { Json, MediaFile, PrepareOrder } from '../network-adapter.ts'

const mediaTypes = ['TEXT_POST', 'IMAGE', 'VIDEO', 'CAROUSEL_ALBUM'] as const

export const threadsIntentSchema = z.object({
  containerId: z.string(),
  text: z.string(),
  replyToId: z.string().nullable(),
  /** As Threads calls the post when it shows it. */
  mediaType: z.enum(mediaTypes),
})

/** Has the whole post made at Threads, up to its publishing. */
export async function prepareForThreads(
  containers: GraphContainers,
  order: PrepareOrder,
): Promise<Json> {
  const { content, replyTo } = order
  const [only] = content.media
  const common = {
    text: content.text === '' ? undefined : content.text,
    reply_to_id: replyTo?.parent.remoteId,
  }
  const intent = { text: content.text, replyToId: replyTo?.parent.remoteId ?? null }
  if (only === undefined) {
    const params = async () => ({ media_type: 'TEXT', ...common })
    const containerId = await containers.ready(order, 'container', params)
    return { ...intent, containerId, mediaType: 'TEXT_POST' }
  }
  if (content.media.length === 1) {
    const params = async () => ({ ...(await mediaParams(only)), ...common })
    const containerId = await containers.ready(order, 'container', params)
    return { ...intent, containerId, mediaType: isVideo(only) ? 'VIDEO' : 'IMAGE' }
  }
  const children: string[] = []
  for (const [index, file] of content.media.entries())
    children.push(
      await containers.ready(order, `child ${index + 1}`, async () => ({
        ...(await mediaParams(file)),
        is_carousel_item: 'true',
      })),
    )
  // Named after its children: with others it is another carousel.
  const containerId = await containers.ready(
    order,
    `carousel of ${children.join(' ')}`,
    async () => ({ media_type: 'CAROUSEL', children: children.join(','), ...common }),
  )
  return { ...intent, containerId, mediaType: 'CAROUSEL_ALBUM' }
}

function isVideo(file: MediaFile): boolean {
  return file.mediaType.startsWith('video/')
}

async function mediaParams(file: MediaFile): Promise<Readonly<Record<string, string | undefined>>> {
  const url = await file.publicUrl()
  const alt_text = file.alt === '' ? undefined : file.alt
  return isVideo(file)
    ? { media_type: 'VIDEO', video_url: url, alt_text }
    : { media_type: 'IMAGE', image_url: url, alt_text }
}
