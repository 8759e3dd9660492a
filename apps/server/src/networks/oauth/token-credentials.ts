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

/** What renews the access. Throws a {@link PublishError} where nothing does: a person has to connect again. */
export function refreshTokenOf(name: string, credentials: Json): string {
  const { refreshToken } = tokenCredentials(credentials)
  if (refreshToken !== undefined) return refreshToken
  throw new PublishError({
    kind: 'account',
    code: 'account_expired',
    detail: `${name} no longer accepts this connection: connect the account again.`,
  })
}
