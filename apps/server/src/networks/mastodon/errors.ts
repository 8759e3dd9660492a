import { z } from 'zod'
import type { NetworkAnswer } from '../http/network-answer.ts'
import type { CallFacts } from '../http/publish-error-from.ts'
import { PublishError } from '../publish-error.ts'

const errorSchema = z.object({ error: z.string() })

/** What a server of Mastodon says in its own words. */
export function mastodonError(answer: NetworkAnswer, { now }: CallFacts): PublishError | undefined {
  const { requestId, status } = answer
  const said = errorSchema.safeParse(answer.json).data?.error.slice(0, 300)
  if (status === 422)
    return new PublishError({
      kind: 'rejected',
      code: 'content_refused',
      detail: `The server refused the post: ${said ?? 'it gave no reason'}.`.replace('..', '.'),
      requestId,
    })
  if (status === 403)
    return new PublishError({
      kind: 'account',
      code: /scope/i.test(said ?? '') ? 'permission_missing' : 'account_revoked',
      detail: `The server does not allow this account to publish: ${said ?? 'look at the account there'}.`,
      requestId,
    })
  if (status === 429) {
    const resets = Date.parse(answer.header('x-ratelimit-reset') ?? '')
    return new PublishError({
      kind: 'wait',
      code: 'rate_limited',
      detail: 'The server wants us to wait before the next post.',
      retryAt: resets > now ? resets : now + (answer.retryAfterMs ?? 60_000),
      requestId,
    })
  }
  return undefined
}
