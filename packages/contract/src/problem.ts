import { z } from 'zod'
import { roleSchema } from './account.ts'
import { postSchema } from './posts.ts'
import { quoteSchema } from './quote.ts'

/** The stable codes of refusals and failures. A client may branch on these; `detail` is for people. */
export const problemCodes = [
  'invalid_request',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'edited_elsewhere',
  'insufficient_credits',
  'ai_paused',
  'price_changed',
  'idempotency_conflict',
  'too_many_in_progress',
  'plan_limit',
  'not_ready',
  'account_needed',
  'already_publishing',
  'network_unavailable',
  'connection_failed',
  'payment_declined',
  'invalid_url',
  'address_not_allowed',
  'page_too_large',
  'not_html',
  'site_unreachable',
  'robots_disallowed',
  'nothing_found',
  'script_not_supported',
  'edit_not_possible',
  'unsupported_media',
  'image_too_large',
  'file_too_large',
  'body_too_large',
  'provider_failed',
  'provider_refused',
  'provider_timeout',
  'provider_busy',
  'rate_limited',
  'interrupted',
  'cancelled',
  'unavailable',
  'internal_error',
] as const

export const problemCodeSchema = z.enum(problemCodes).meta({ id: 'ProblemCode' })
export type ProblemCode = z.infer<typeof problemCodeSchema>

/** An RFC 9457 problem. `detail` is one sentence: what is wrong and what to do. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: problemCodeSchema,
    detail: z.string(),
    /** What the refused action costs in all. */
    price: z.number().int().optional(),
    /** How many credits are missing for it. */
    shortBy: z.number().int().optional(),
    /** When the allowance is next reset. */
    resetsAt: z.iso.datetime().optional(),
    /** The role that may change the plan. */
    upgradeBy: roleSchema.optional(),
    /** The quote that would be accepted now. */
    quote: quoteSchema.optional(),
    /** How many credits this attempt cost, as the ledger says; absent where none could have been. */
    charged: z.number().int().optional(),
    /** Seconds to wait before trying again. */
    retryAfter: z.number().int().optional(),
    /** The post as it is, where an edit of it could not be joined with another's. */
    post: postSchema.optional(),
    /** What is wrong with the request, field by field. */
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof problemSchema>
