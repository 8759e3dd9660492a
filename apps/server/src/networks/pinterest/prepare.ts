import { z } from 'zod'
import type { Json, MediaFile, PrepareOrder } from '../network-adapter.ts'
import { PublishError } from '../publish-error.ts'

const pictureSchema = z.object({ content_type: z.string(), data: z.string() })

/** A pin as it is sent; pictures go with the call itself. */
export const pinSchema = z.object({
  board_id: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
  link: z.string().optional(),
  alt_text: z.string().optional(),
  media_source: z.union([
    z.object({ source_type: z.literal('image_base64'), ...pictureSchema.shape }),
    z.object({ source_type: z.literal('multiple_image_base64'), items: z.array(pictureSchema) }),
  ]),
})

export async function preparePin({ session, content }: PrepareOrder): Promise<Json> {
  const { text, title, media } = content
  const pictures = await Promise.all(media.map(pictureOf))
  const [first] = pictures
  if (first === undefined)
    throw new PublishError({
      kind: 'rejected',
      code: 'media_refused',
      detail: 'Pinterest needs a picture: add one.',
    })
  const link = text.match(/https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]]/)?.[0]
  // One description for the whole pin, however many pictures it has.
  const alt = media.flatMap((file) => (file.alt === '' ? [] : [file.alt])).join(' ')
  return {
    board_id: session.remoteId,
    ...(title !== '' && { title }),
    ...(text !== '' && { description: text }),
    ...(link !== undefined && { link }),
    ...(alt !== '' && { alt_text: alt.slice(0, altMax) }),
    media_source:
      pictures.length === 1
        ? { source_type: 'image_base64', ...first }
        : { source_type: 'multiple_image_base64', items: pictures },
  }
}

async function pictureOf(file: MediaFile) {
  const data = Buffer.from(await file.read()).toString('base64')
  return { content_type: file.mediaType, data }
}

const altMax = 500
