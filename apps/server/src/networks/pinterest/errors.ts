import { z } from 'zod'
import type { NetworkAnswer } from '../http/network-answer.ts'
import { errorFromAnswer } from '../http/publish-error-from.ts'
import type { CallFacts } from '../network-calls.ts'
import { PublishError } from '../publish-error.ts'

const schema = z.object({ code: z.number(), message: z.string() })

/** Pinterest says in its own words what it does not like about a pin. */
export function pinterestErrorFrom(answer: NetworkAnswer, facts: CallFacts): PublishError {
  const said = schema.safeParse(answer.json).data
  if (answer.status === 404)
    return new PublishError({
      kind: 'account',
      code: 'permission_missing',
      detail: 'Pinterest no longer shows this board to the account: connect a board again.',
      requestId: answer.requestId,
      cause: said,
    })
  if (answer.status !== 400 || said === undefined) return errorFromAnswer(answer, facts)
  return new PublishError({
    kind: 'rejected',
    code: 'content_refused',
    detail: `Pinterest refused the pin: ${said.message.slice(0, 200).replace(/\.$/, '')}.`,
    requestId: answer.requestId,
    cause: said,
  })
}
