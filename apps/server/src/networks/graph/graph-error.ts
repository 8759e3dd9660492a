import { z } from 'zod'
import type { NetworkAnswer } from '../http/network-answer.ts'
import { errorFromAnswer } from '../http/publish-error-from.ts'
import type { CallFacts } from '../network-calls.ts'
import { PublishError, type PublishErrorDetails } from '../publish-error.ts'

const schema = z.object({
  error: z.object({
    message: z.string().default(''),
    code: z.number(),
    error_subcode: z.number().optional(),
    is_transient: z.boolean().optional(),
    error_user_msg: z.string().optional(),
    fbtrace_id: z.string().optional(),
  }),
})

/** An error in the shape that all APIs of Meta share. */
export type GraphError = z.infer<typeof schema>['error']

/** What one network knows of its own codes; undefined where it knows nothing. */
export type KnownGraphErrors = (
  error: GraphError,
  facts: CallFacts,
) => PublishErrorDetails | undefined

/** What an answer of a Graph API means that is no success. */
export function graphErrorFrom(
  answer: NetworkAnswer,
  facts: CallFacts,
  known: KnownGraphErrors = () => undefined,
): PublishError {
  const error = schema.safeParse(answer.json).data?.error
  if (error === undefined) return errorFromAnswer(answer, facts)
  const details =
    known(error, facts) ??
    accountErrorOf(error, facts.name) ??
    waitOf(error, answer, facts) ??
    passingErrorOf(error, answer, facts) ??
    refusalOf(error, facts.name)
  return new PublishError({
    ...details,
    requestId: answer.requestId ?? error.fbtrace_id,
    cause: error,
  })
}

/** The error of Meta behind a {@link PublishError}, if there is one. */
export function graphErrorBehind(error: unknown): GraphError | undefined {
  if (!(error instanceof PublishError)) return undefined
  return schema.shape.error.safeParse(error.cause).data
}

/** The app was removed, or the account is closed. */
const revokedSubcodes = new Set([458, 459, 464])

function accountErrorOf(
  { code, error_subcode }: GraphError,
  name: string,
): PublishErrorDetails | undefined {
  if (code === 190 || code === 102) {
    const isRevoked = error_subcode !== undefined && revokedSubcodes.has(error_subcode)
    return {
      kind: 'account',
      code: isRevoked ? 'account_revoked' : 'account_expired',
      detail: isRevoked
        ? `${name} was told not to let this studio in any more: connect the account again.`
        : `${name} no longer accepts this connection: connect the account again.`,
    }
  }
  if (code === 3 || code === 10 || (code >= 200 && code < 300))
    return {
      kind: 'account',
      code: 'permission_missing',
      detail: `${name} does not allow this account to publish: connect it again and allow it.`,
    }
  return undefined
}

function waitOf(
  { code }: GraphError,
  answer: NetworkAnswer,
  { name, now }: CallFacts,
): PublishErrorDetails | undefined {
  const isLimit =
    [4, 17, 32, 341, 613].includes(code) ||
    (code >= 80_000 && code < 80_100) ||
    answer.status === 429
  if (!isLimit) return undefined
  return {
    kind: 'wait',
    code: 'rate_limited',
    detail: `${name} wants us to wait before the next post.`,
    retryAt: now + (answer.retryAfterMs ?? regainedAfterMs(answer) ?? hourMs),
  }
}

const hourMs = 3_600_000

const usageSchema = z.record(
  z.string(),
  z.array(z.object({ estimated_time_to_regain_access: z.number().optional() })),
)

/** What Meta estimates, in minutes, per kind of use. */
function regainedAfterMs(answer: NetworkAnswer): number | undefined {
  const header = answer.header('x-business-use-case-usage')
  if (header === undefined) return undefined
  try {
    const uses = Object.values(usageSchema.parse(JSON.parse(header))).flat()
    const minutes = Math.max(...uses.map((use) => use.estimated_time_to_regain_access ?? 0))
    return minutes > 0 ? minutes * 60_000 : undefined
  } catch {
    return undefined
  }
}

/** Meta failed; whether it did so before or after it published cannot be told. */
function passingErrorOf(
  { code, is_transient }: GraphError,
  { status }: NetworkAnswer,
  { name, commits }: CallFacts,
): PublishErrorDetails | undefined {
  if (code !== 1 && code !== 2 && is_transient !== true && status < 500) return undefined
  return commits
    ? { kind: 'lost', code: 'answer_lost', detail: `${name} gave no clear answer.` }
    : {
        kind: 'not_sent',
        code: 'network_failed',
        detail: `${name} does not work just now. It is tried again.`,
      }
}

function refusalOf(
  { code, message, error_user_msg }: GraphError,
  name: string,
): PublishErrorDetails {
  if (code === 506)
    return {
      kind: 'rejected',
      code: 'duplicate_refused',
      detail: `${name} refuses it because it is the same as the post before: change the text.`,
    }
  if (code === 368)
    return {
      kind: 'rejected',
      code: 'content_refused',
      detail: `${name} blocks this account for some time because of its rules: see what it says there.`,
    }
  const said = (error_user_msg ?? message).slice(0, 200)
  return {
    kind: 'rejected',
    code: 'content_refused',
    detail: `${name} refused the post${said === '' ? '' : `: ${said}`}`,
  }
}
