import { z } from 'zod'
import { listIn } from './json-reply.ts'

/** The shape a model is asked to answer in. */
export const hashtagsSchema = z.object({ hashtags: z.array(z.string()) })

/** Reads hashtags out of what a model said: as JSON, or as words with a sign before them. */
export async function readHashtags(reply: string): Promise<readonly string[]> {
  const listed = (await listIn(reply)).filter((entry) => typeof entry === 'string')
  return listed.length > 0 ? listed : (reply.match(/#[\p{L}\p{N}_]+/gu) ?? [])
}
