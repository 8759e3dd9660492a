import { z } from 'zod'
import { type ApiCall, callNetwork } from '../http/call-network.ts'
import type { NetworkAnswer } from '../http/network-answer.ts'
import type { Session } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { mastodonError } from './errors.ts'

const mastodon = { name: 'Mastodon', errorOf: mastodonError }

export const credentialsSchema = z.object({ accessToken: z.string() })

/** Calls the account's own server. */
export function mastodonCall(
  environment: NetworkEnvironment,
  session: Pick<Session, 'server' | 'credentials'>,
  { path, ...call }: Omit<ApiCall, 'url'> & { readonly path: string },
): Promise<NetworkAnswer> {
  const { accessToken } = credentialsSchema.parse(session.credentials)
  return callNetwork(environment, mastodon, {
    ...call,
    url: `${session.server}${path}`,
    headers: { ...call.headers, authorization: `Bearer ${accessToken}` },
  })
}

/** Calls a server before there is an account. */
export function mastodonOpenCall(
  environment: NetworkEnvironment,
  server: string,
  { path, ...call }: Omit<ApiCall, 'url'> & { readonly path: string },
): Promise<NetworkAnswer> {
  return callNetwork(environment, mastodon, { ...call, url: `${server}${path}` })
}

export const statusSchema = z.object({
  id: z.string(),
  url: z.string().nullable(),
  uri: z.string(),
  created_at: z.string(),
  content: z.string().default(''),
  in_reply_to_id: z.string().nullable().default(null),
  media_attachments: z.array(z.object({ id: z.string() })).default([]),
})
export type Status = z.infer<typeof statusSchema>
