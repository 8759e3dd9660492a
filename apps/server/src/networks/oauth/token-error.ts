import { z } from 'zod'
import type { NetworkAnswer } from '../http/network-answer.ts'
import { errorFromAnswer } from '../http/publish-error-from.ts'
import type { CallFacts } from '../network-calls.ts'
import { PublishError } from '../publish-error.ts'

const schema = z.object({ error: z.string(), error_description: z.string().optional() })

/** What a refused request for tokens means (RFC 6749, 5.2): a person has to connect again. */
export function tokenErrorFrom(answer: NetworkAnswer, facts: CallFacts): PublishError {
  if (answer.status >= 500 || answer.status === 429) return errorFromAnswer(answer, facts)
  const read = schema.safeParse(answer.json)
  if (!read.success && answer.status !== 400 && answer.status !== 401)
    return errorFromAnswer(answer, facts)
  const isOurs = read.data?.error === 'invalid_client' || read.data?.error === 'unauthorized_client'
  return new PublishError({
    kind: 'account',
    code: 'account_expired',
    detail: isOurs
      ? `${facts.name} does not know the keys of this studio: whoever runs it has to check them.`
      : `${facts.name} no longer accepts this connection: connect the account again.`,
    requestId: answer.requestId,
    cause: read.data,
  })
}
