import { z } from 'zod'
import type { Receipt, Session } from '../network-adapter.ts'
import { isSameText } from '../same-text.ts'

const entitiesSchema = z.object({
  urls: z
    .array(
      z.object({
        url: z.string(),
        expanded_url: z.string().optional(),
        media_key: z.string().optional(),
      }),
    )
    .optional(),
})

/** A post as X shows it on a timeline. */
export const xPostSchema = z.object({
  id: z.string(),
  text: z.string(),
  created_at: z.iso.datetime(),
  entities: entitiesSchema.optional(),
  /** The whole of a text that is longer than 280. */
  note_tweet: z.object({ text: z.string(), entities: entitiesSchema.optional() }).optional(),
  attachments: z.object({ media_keys: z.array(z.string()).optional() }).optional(),
  referenced_tweets: z.array(z.object({ type: z.string(), id: z.string() })).optional(),
})
type XPost = z.infer<typeof xPostSchema>

export function xReceipt({ handle }: Session, id: string): Receipt {
  return { remoteId: id, url: `https://x.com/${handle}/status/${id}`, reference: id }
}

/** X shortens links, adds one to the media and escapes; compared is what the author wrote. */
export function showsText(post: XPost, given: string): boolean {
  const { text, entities } = post.note_tweet ?? post
  let shown = text
  for (const { url, expanded_url, media_key } of [
    ...(entities?.urls ?? []),
    ...(post.entities?.urls ?? []),
  ])
    shown = shown.replaceAll(url, media_key === undefined ? (expanded_url ?? url) : '')
  return isSameText(plainLinks(unescaped(shown)), plainLinks(given))
}

/** `3_` and its kin stand before the id of an upload. */
export function showsMedia({ attachments }: XPost, mediaIds: readonly string[]): boolean {
  const keys = attachments?.media_keys ?? []
  return (
    keys.length === mediaIds.length &&
    mediaIds.every((id) => keys.some((key) => key.endsWith(`_${id}`)))
  )
}

export function answersOn({ referenced_tweets }: XPost): string | undefined {
  return referenced_tweets?.find(({ type }) => type === 'replied_to')?.id
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** `example.com` and `http://example.com/` are one link. */
function plainLinks(text: string): string {
  return text.replace(/https?:\/\//gi, '').replace(/\/(?=\s|$)/g, '')
}
