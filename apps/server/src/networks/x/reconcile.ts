import { z } from 'zod'
import { isoInstant } from '../../clock.ts'
import { lookingBackTo } from '../looking-back.ts'
import type { Finding, ReconcileOrder } from '../network-adapter.ts'
import { xIntentSchema } from './prepare.ts'
import type { XApi } from './x-api.ts'
import { answersOn, showsMedia, showsText, xPostSchema, xReceipt } from './x-post.ts'

const timelineSchema = z.object({
  data: z.array(xPostSchema).optional(),
  meta: z.object({ next_token: z.string().optional() }).optional(),
})

/** Looks through what the account posted since. */
export async function findOnX(
  api: XApi,
  {
    session,
    intent,
    since,
    signal,
  }: Pick<ReconcileOrder, 'session' | 'intent' | 'since' | 'signal'>,
): Promise<Finding> {
  const { body } = xIntentSchema.parse(intent)
  let nextToken: string | undefined
  for (let page = 0; page < pagesMax; page += 1) {
    const timeline = await api.read(timelineSchema, {
      session,
      method: 'GET',
      path: `/2/users/${encodeURIComponent(session.remoteId)}/tweets`,
      query: {
        start_time: isoInstant(lookingBackTo(since)),
        max_results: '100',
        exclude: 'retweets',
        'tweet.fields': 'created_at,entities,note_tweet,attachments,referenced_tweets',
        pagination_token: nextToken,
      },
      signal,
    })
    const found = timeline.data?.find(
      (post) =>
        answersOn(post) === body.reply?.in_reply_to_tweet_id &&
        showsMedia(post, body.media?.media_ids ?? []) &&
        showsText(post, body.text ?? ''),
    )
    if (found !== undefined) return { found: 'there', receipt: xReceipt(session, found.id) }
    nextToken = timeline.meta?.next_token
    if (nextToken === undefined) return { found: 'not_there' }
  }
  return {
    found: 'unclear',
    detail: 'The account posted too much since to look through all of it.',
  }
}

const pagesMax = 8
