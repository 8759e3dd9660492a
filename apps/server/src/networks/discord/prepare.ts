import { z } from 'zod'
import type { Json, PrepareOrder } from '../network-adapter.ts'

/** What is sent; pictures go with the call itself. */
export const intentSchema = z.object({
  content: z.string(),
  media: z.array(z.object({ mediaType: z.string(), alt: z.string(), base64: z.string() })),
})

export async function prepareDiscord({ content }: PrepareOrder): Promise<Json> {
  const media: Json[] = []
  for (const file of content.media) {
    const base64 = Buffer.from(await file.read()).toString('base64')
    media.push({ mediaType: file.mediaType, alt: file.alt, base64 })
  }
  return { content: content.text, media }
}
