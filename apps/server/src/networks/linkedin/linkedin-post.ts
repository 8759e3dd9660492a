import { z } from 'zod'
import type { Instant } from '../../clock.ts'
import type { Receipt } from '../network-adapter.ts'
import { isSameText } from '../same-text.ts'
import { plainText } from './little-text.ts'
import type { linkedinIntentSchema } from './prepare.ts'

const mediaSchema = z.object({ id: z.string().optional() })

/** A post as LinkedIn shows it. */
export const linkedinPostSchema = z.object({
  id: z.string(),
  commentary: z.string().default(''),
  createdAt: z.number().optional(),
  publishedAt: z.number().optional(),
  content: z
    .object({
      media: mediaSchema.optional(),
      multiImage: z.object({ images: z.array(mediaSchema) }).optional(),
    })
    .optional(),
})
type LinkedinPost = z.infer<typeof linkedinPostSchema>

export function linkedinReceipt(urn: string): Receipt {
  return {
    remoteId: urn,
    url: `https://www.linkedin.com/feed/update/${urn}/`,
    reference: urn,
  }
}

export function postedAt({ id, publishedAt, createdAt }: LinkedinPost): Instant {
  return publishedAt ?? createdAt ?? instantOf(id)
}

export function isPost(
  post: LinkedinPost,
  { text, media }: z.infer<typeof linkedinIntentSchema>,
): boolean {
  const shown = [post.content?.media, ...(post.content?.multiImage?.images ?? [])]
    .map((each) => each?.id)
    .filter((id) => id !== undefined)
  return (
    isSameText(plainText(post.commentary), text) &&
    shown.length === media.length &&
    media.every(({ id }) => shown.includes(id))
  )
}

/** The upper bits of the number in a URN are when it was made, in milliseconds. */
export function instantOf(urn: string): Instant {
  const digits = urn.split(':').at(-1) ?? ''
  return /^\d+$/.test(digits) ? Number(BigInt(digits) >> 22n) : 0
}
