import { z } from 'zod'
import type { Json } from '../network-adapter.ts'
import { PublishError } from '../publish-error.ts'

const schema = z.object({ accessToken: z.string(), refreshToken: z.string().optional() })

/** What is kept of a connection by tokens. */
export type TokenCredentials = z.infer<typeof schema>

/** Throws a {@link PublishError} where something else was kept. */
export function tokenCredentials(credentials: Json): TokenCredentials {
  const read = schema.safeParse(credentials)
  if (read.success) return read.data
  throw new PublishError({
    kind: 'account',
    code: 'account_expired',
    detail: 'The connection is incomplete: connect the account again.',
  })
}
