import type { Problem, ProblemCode } from '@rheos/contract'
import { StoreError } from '@rheos/credits'
import type { Context as HonoContext } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Logger } from 'pino'
import type { ZodError } from 'zod'
import { sqlState } from '../db/database.ts'
import { GenerationFailure } from '../generation/generation-kind.ts'
import { MailError } from '../mail/mail-error.ts'
import { Refusal, type RefusalDetails } from '../refusal.ts'
import { isUpload } from './is-upload.ts'
import { issueWords } from './issue-words.ts'

/** Each code's HTTP status and title; the only table of statuses. */
const kinds: Readonly<Record<ProblemCode, readonly [ContentfulStatusCode, string]>> = {
  invalid_request: [400, 'The request is not valid'],
  unauthenticated: [401, 'Not signed in'],
  forbidden: [403, 'Not allowed'],
  not_found: [404, 'Not found'],
  conflict: [409, 'Conflict'],
  edited_elsewhere: [409, 'Edited elsewhere'],
  insufficient_credits: [402, 'Not enough credits'],
  ai_paused: [402, 'AI is paused'],
  price_changed: [409, 'The price has changed'],
  idempotency_conflict: [409, 'The key was used for another request'],
  too_many_in_progress: [429, 'Too many in progress'],
  plan_limit: [409, 'The plan does not include this'],
  not_ready: [422, 'The post is not ready'],
  account_needed: [409, 'An account has to be connected'],
  already_publishing: [409, 'Already on its way'],
  network_unavailable: [503, 'Network not available'],
  connection_failed: [422, 'The account was not connected'],
  payment_declined: [402, 'The payment was declined'],
  invalid_url: [400, 'Not a web address'],
  address_not_allowed: [400, 'Address not allowed'],
  page_too_large: [422, 'Page too large'],
  not_html: [422, 'Not a web page'],
  site_unreachable: [422, 'Site not reachable'],
  robots_disallowed: [422, 'The site does not allow reading'],
  nothing_found: [422, 'Nothing found'],
  script_not_supported: [422, 'Script not supported'],
  edit_not_possible: [422, 'This cannot be done with the picture'],
  unsupported_media: [415, 'Not a file that can be used'],
  image_too_large: [413, 'Picture too large'],
  file_too_large: [413, 'File too large'],
  body_too_large: [413, 'Request too large'],
  provider_failed: [502, 'The AI service failed'],
  provider_refused: [422, 'The AI service refused'],
  provider_timeout: [504, 'The AI service did not answer'],
  provider_busy: [503, 'The AI service is busy'],
  rate_limited: [429, 'Too many requests'],
  interrupted: [503, 'Interrupted'],
  cancelled: [409, 'Cancelled'],
  unavailable: [503, 'Not available'],
  internal_error: [500, 'Something went wrong'],
}

export function problem(code: ProblemCode, detail: string, details: RefusalDetails = {}): Problem {
  const [status, title] = kinds[code]
  return {
    type: `https://docs.rheos.app/problems/${code}`,
    title,
    status,
    code,
    detail,
    ...details,
  }
}

export function problemResponse(body: Problem): Response {
  const headers = new Headers({
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  })
  if (body.retryAfter !== undefined) headers.set('retry-after', String(body.retryAfter))
  return new Response(JSON.stringify(body), { status: body.status, headers })
}

/** Turns whatever was thrown into what a person may see. What is unforeseen is logged, never shown. */
export function problemFromError(error: unknown, log: Logger, path = ''): Problem {
  if (error instanceof Refusal) return problem(error.code, error.detail, error.details)
  if (error instanceof GenerationFailure) return problem(error.code, error.detail)
  if (error instanceof MailError)
    return problem('unavailable', 'The mail could not be sent just now. Try again in a moment.')
  if (isUnstorableText(error)) {
    return problem(
      'invalid_request',
      'The request holds a character that cannot be stored: remove it and try again.',
    )
  }
  if (error instanceof HTTPException && error.status < 500) {
    return problem(
      error.status === 413 ? 'body_too_large' : 'invalid_request',
      requestSentence(error, path),
    )
  }
  log.error({ err: error }, 'a request failed')
  if (isOutOfReach(error)) {
    return problem(
      'unavailable',
      'Rheos cannot reach its database just now. Try again in a moment.',
    )
  }
  if (isMeterAway(error)) {
    return problem(
      'unavailable',
      'The credits cannot be reached just now, and nothing was charged. Try again in a moment.',
    )
  }
  return problem('internal_error', 'Something went wrong on our side. Try again in a moment.')
}

/** A NUL or half a surrogate pair, in text or in JSON. */
function isUnstorableText(error: unknown): boolean {
  return ['22021', '22P05', '22P02'].includes(sqlState(error) ?? '')
}

function isOutOfReach(error: unknown): boolean {
  const state = sqlState(error)
  if (state !== undefined) return /^(08|57P|53300)/.test(state)
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && /^(ECONN|ENOTFOUND|ETIMEDOUT|EPIPE)/.test(String(at.code))) return true
    if (/^(Connection terminated|timeout exceeded when trying to connect)/.test(at.message))
      return true
  }
  return false
}

/** The meter's tables are locked, missing or broken; a violated constraint is a fault of ours. */
function isMeterAway(error: unknown): boolean {
  if (sqlState(error)?.startsWith('23')) return false
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof StoreError) return true
  }
  return false
}

function requestSentence(error: HTTPException, path: string): string {
  if (error.status === 413) return 'The request is larger than allowed: send less.'
  return isUpload(path)
    ? 'The upload could not be read: send a form (multipart/form-data) with one picture as “file”.'
    : 'The request could not be read: send valid JSON with the header content-type: application/json.'
}

/** One sentence from the first thing that is wrong, and the list for a form. */
export function problemFromValidation(error: ZodError): Problem {
  const fields = error.issues.slice(0, 20).map((issue) => ({
    path: issue.path.join('.'),
    message: issueWords(issue),
  }))
  const [first] = fields
  const where = first?.path ? `“${first.path}”: ` : ''
  return problem(
    'invalid_request',
    `The request is not valid: ${where}${first?.message ?? 'unreadable'}.`,
    { fields },
  )
}

export function nothingHere(): Problem {
  return problem('not_found', 'There is nothing at this address.')
}

export function onError(log: Logger): (error: Error, c: HonoContext) => Response {
  return (error, c) => problemResponse(problemFromError(error, log, c.req.path))
}
