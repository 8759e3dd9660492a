import { z } from 'zod'
import type { NetworkAnswer } from '../http/network-answer.ts'
import type { CallFacts } from '../http/publish-error-from.ts'
import { PublishError } from '../publish-error.ts'

const errorSchema = z.object({
  code: z.number().optional(),
  message: z.string().default(''),
  retry_after: z.number().optional(),
})

export function discordError(answer: NetworkAnswer, { now }: CallFacts): PublishError | undefined {
  if (answer.isSuccess) return undefined
  const { data } = errorSchema.safeParse(answer.json)
  if (data === undefined) return undefined
  if (answer.status === 429)
    return new PublishError({
      kind: 'wait',
      code: 'rate_limited',
      detail: 'Discord wants us to wait before the next post.',
      retryAt: now + (data.retry_after ?? 30) * 1000,
    })
  // 10015: unknown webhook; 50027: its token is not valid.
  if (data.code === 10_015 || data.code === 50_027 || answer.status === 401)
    return new PublishError({
      kind: 'account',
      code: 'account_revoked',
      detail: 'Discord does not know this webhook any more: make a new one and connect it again.',
    })
  if (answer.status >= 400 && answer.status < 500)
    return new PublishError({
      kind: 'rejected',
      code: data.code === 40_005 ? 'media_refused' : 'content_refused',
      detail: `Discord refused the post: ${data.message.slice(0, 300) || 'it gave no reason'}.`,
    })
  return undefined
}
