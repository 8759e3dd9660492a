import { z } from 'zod'
import type { NetworkAnswer } from '../../../src/networks/http/network-answer.ts'
import type { CallFacts } from '../../../src/networks/http/publish-error-from.ts'
import { PublishError } from '../../../src/networks/publish-error.ts'

const errorSchema = z.object({ error: z.string() })

/** What the board says in its own words; undefined: what every network means by the status. */
export function noticeboardError(
  { status, json }: NetworkAnswer,
  _facts: CallFacts,
): PublishError | undefined {
  const said = errorSchema.safeParse(json).data?.error
  if (status === 401)
    return new PublishError({
      kind: 'account',
      code: 'account_revoked',
      detail: 'The board does not know this token any more: connect it again.',
    })
  if (status === 422)
    return new PublishError({
      kind: 'rejected',
      code: 'content_refused',
      detail: `The board refused the note: ${said ?? 'it gave no reason'}.`,
    })
  return undefined
}
