import { z } from 'zod'
import type { NetworkAnswer } from '../http/network-answer.ts'
import type { CallFacts } from '../http/publish-error-from.ts'
import { PublishError } from '../publish-error.ts'

const errorSchema = z.object({
  ok: z.literal(false),
  error_code: z.number(),
  description: z.string().default(''),
  parameters: z.object({ retry_after: z.number().optional() }).optional(),
})

/** Telegram says what it means in the body; its statuses follow it. */
export function telegramError(answer: NetworkAnswer, { now }: CallFacts): PublishError | undefined {
  const { data } = errorSchema.safeParse(answer.json)
  if (data === undefined) return undefined
  const said = data.description.replace(/^(Bad Request|Forbidden): /, '').slice(0, 300)
  switch (data.error_code) {
    case 429:
      return new PublishError({
        kind: 'wait',
        code: 'rate_limited',
        detail: 'Telegram wants us to wait before the next post.',
        retryAt: now + (data.parameters?.retry_after ?? 30) * 1000,
      })
    case 401:
    case 404:
      return new PublishError({
        kind: 'account',
        code: 'account_revoked',
        detail: 'Telegram does not know this bot token any more: connect the channel again.',
      })
    case 403:
      return new PublishError({
        kind: 'account',
        code: 'permission_missing',
        detail: `The bot may not post there (${said}): make it an admin of the channel, then connect it again.`,
      })
    case 400:
      return new PublishError({
        kind: /chat not found/i.test(said) ? 'account' : 'rejected',
        code: /chat not found/i.test(said) ? 'account_revoked' : 'content_refused',
        detail: `Telegram refused the post: ${said || 'it gave no reason'}.`,
      })
    default:
      return undefined
  }
}
