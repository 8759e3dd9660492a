import { z } from 'zod'
import { dayMs } from '../../clock.ts'
import type { NetworkAnswer } from '../http/network-answer.ts'
import { errorFromAnswer } from '../http/publish-error-from.ts'
import type { CallFacts } from '../network-calls.ts'
import { PublishError, type PublishErrorDetails } from '../publish-error.ts'

const problemSchema = z.object({
  code: z.string().optional(),
  message: z.string().default(''),
  errorDetails: z
    .object({
      inputErrors: z
        .array(z.object({ code: z.string().optional(), description: z.string().optional() }))
        .optional(),
    })
    .optional(),
})
type Problem = z.infer<typeof problemSchema>

/** What LinkedIn means by an answer that is no success. */
export function linkedinErrorFrom(answer: NetworkAnswer, facts: CallFacts): PublishError {
  const problem = problemSchema.safeParse(answer.json).data
  const details = problem && (accessErrorOf(answer, problem, facts) ?? refusalOf(answer, problem))
  if (details === undefined) return errorFromAnswer(answer, facts)
  return new PublishError({ cause: problem, ...details, requestId: answer.requestId })
}

const duplicateSchema = z.object({ duplicateOf: z.string() })

/** The post that LinkedIn names when it refuses another one as the same. */
export function duplicateBehind(error: unknown): string | undefined {
  if (!(error instanceof PublishError) || error.code !== 'duplicate_refused') return undefined
  return duplicateSchema.safeParse(error.cause).data?.duplicateOf
}

function accessErrorOf(
  answer: NetworkAnswer,
  { code }: Problem,
  { now }: CallFacts,
): PublishErrorDetails | undefined {
  if (code === 'REVOKED_ACCESS_TOKEN')
    return {
      kind: 'account',
      code: 'account_revoked',
      detail: 'LinkedIn was told not to let this studio in any more: connect the account again.',
    }
  if (answer.status === 426)
    return {
      kind: 'rejected',
      code: 'network_unexpected',
      detail:
        'LinkedIn has ended the version of its interface that this studio uses: whoever runs it has to update it.',
    }
  if (answer.status !== 429) return undefined
  return {
    kind: 'wait',
    code: 'rate_limited',
    detail: 'This account has done as much as LinkedIn allows in a day. It is tried again.',
    // What LinkedIn counts begins anew at midnight, UTC.
    retryAt:
      answer.retryAfterMs === undefined
        ? (Math.floor(now / dayMs) + 1) * dayMs
        : now + answer.retryAfterMs,
  }
}

function refusalOf(
  { status }: NetworkAnswer,
  { code, message, errorDetails }: Problem,
): PublishErrorDetails | undefined {
  const inputs = errorDetails?.inputErrors ?? []
  const isDuplicate =
    code === 'DUPLICATE_POST' ||
    inputs.some((input) => input.code === 'DUPLICATE_POST') ||
    /duplicate of urn:li:/i.test(message)
  if (isDuplicate) {
    const [duplicateOf] = message.match(/urn:li:(share|ugcPost|comment):[\w-]+/) ?? []
    return {
      kind: 'rejected',
      code: 'duplicate_refused',
      detail: 'LinkedIn refuses it because this account posted the same before: change the text.',
      cause: { duplicateOf },
    }
  }
  if (status === 404)
    return {
      kind: 'rejected',
      code: 'reply_target_gone',
      detail: 'The post on LinkedIn that this one belongs to is gone.',
    }
  if (status !== 400 && status !== 422) return undefined
  const said = (inputs[0]?.description ?? message).slice(0, 200)
  if (/urn:li:(image|video|document)|media|image/i.test(said))
    return {
      kind: 'rejected',
      code: 'media_refused',
      detail: `LinkedIn refused a picture of the post: ${said}`,
    }
  return {
    kind: 'rejected',
    code: 'content_refused',
    detail: `LinkedIn refused the post: ${said}`,
  }
}
