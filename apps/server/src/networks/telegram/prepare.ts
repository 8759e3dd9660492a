import { z } from 'zod'
import type { Json, PrepareOrder } from '../network-adapter.ts'

/** What is sent; pictures go with the call itself, for Telegram takes them nowhere before it. */
export const intentSchema = z.object({
  text: z.string(),
  replyTo: z.number().nullable(),
  media: z.array(z.object({ mediaType: z.string(), base64: z.string() })),
})

export async function prepareTelegram({ content, replyTo }: PrepareOrder): Promise<Json> {
  const media: Json[] = []
  for (const file of content.media) {
    const base64 = Buffer.from(await file.read()).toString('base64')
    media.push({ mediaType: file.mediaType, base64 })
  }
  return {
    text: content.text,
    replyTo: replyTo === undefined ? null : Number(replyTo.parent.remoteId),
    media,
  }
}
