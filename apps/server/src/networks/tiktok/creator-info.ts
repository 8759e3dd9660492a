import { z } from 'zod'
import type { Session } from '../network-adapter.ts'
import { PublishError } from '../publish-error.ts'
import type { TiktokApi } from './tiktok-api.ts'

const schema = z.object({
  creator_username: z.string(),
  creator_nickname: z.string().default(''),
  creator_avatar_url: z.string().optional(),
  privacy_level_options: z.array(z.string()),
  comment_disabled: z.boolean().default(false),
  duet_disabled: z.boolean().default(false),
  stitch_disabled: z.boolean().default(false),
})
export type CreatorInfo = z.infer<typeof schema>

/** What TikTok lets the account do just now; it wants to be asked before each post. */
export function creatorInfo(
  api: TiktokApi,
  session: Pick<Session, 'credentials'> | string,
  signal: AbortSignal,
): Promise<CreatorInfo> {
  const path = '/v2/post/publish/creator_info/query/'
  return api.read(schema, { session, method: 'POST', path, json: {}, signal })
}

/** Everybody who may see the account; throws where TikTok offers no such visibility. */
export function visibilityOf({ privacy_level_options: options }: CreatorInfo): string {
  const wanted = ['PUBLIC_TO_EVERYONE', 'FOLLOWER_OF_CREATOR', 'MUTUAL_FOLLOW_FRIENDS']
  const visibility = wanted.find((each) => options.includes(each))
  if (visibility !== undefined) return visibility
  throw new PublishError({
    kind: 'rejected',
    code: 'permission_missing',
    detail: 'TikTok lets this account post for itself only: look in TikTok why.',
  })
}
