import { z } from 'zod'
import type { AccountLimits, Session } from '../network-adapter.ts'
import type { XApi } from './x-api.ts'

const schema = z.object({ data: z.object({ subscription_type: z.string().optional() }) })

/** With any subscription a post may be long. */
export async function xLimits(api: XApi, session: Session): Promise<AccountLimits> {
  const { data } = await api.read(schema, {
    session,
    method: 'GET',
    path: '/2/users/me',
    query: { 'user.fields': 'subscription_type' },
    signal: new AbortController().signal,
  })
  const isSubscribed = /^(basic|premium|premiumplus)$/i.test(data.subscription_type ?? '')
  return { textMax: isSubscribed ? longTextMax : undefined }
}

const longTextMax = 25_000
