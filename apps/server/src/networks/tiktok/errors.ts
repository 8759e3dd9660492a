import { z } from 'zod'
import { dayMs } from '../../clock.ts'
import type { NetworkAnswer } from '../http/network-answer.ts'
import { errorFromAnswer } from '../http/publish-error-from.ts'
import type { CallFacts } from '../network-calls.ts'
import { PublishError, type PublishErrorDetails } from '../publish-error.ts'

const schema = z.union([
  z.object({ error: z.object({ code: z.string(), message: z.string().default('') }) }),
  // Of tokens, as OAuth has it.
  z
    .object({ error: z.string(), error_description: z.string().default('') })
    .transform(({ error, error_description }) => ({
      error: { code: error, message: error_description },
    })),
])

/** TikTok says its reason in one word. */
export function tiktokErrorFrom(answer: NetworkAnswer, facts: CallFacts): PublishError {
  const said = schema.safeParse(answer.json).data?.error
  // What a server says that failed is no clear no, whatever reason it gives.
  if (said === undefined || answer.status >= 500) return errorFromAnswer(answer, facts)
  const details =
    waitOf(said.code, answer, facts) ?? accountErrorOf(said.code) ?? refusalOf(said.code)
  if (details !== undefined)
    return new PublishError({ cause: said, ...details, requestId: answer.requestId })
  if (answer.status !== 400) return errorFromAnswer(answer, facts)
  return new PublishError({
    kind: 'rejected',
    code: 'content_refused',
    detail: `TikTok refused the post: ${(said.message || said.code).slice(0, 200).replace(/\.$/, '')}.`,
    requestId: answer.requestId,
    cause: said,
  })
}

/** What TikTok means by refusing bytes: nothing about the account, for the address is the key to it. */
export function uploadErrorFrom(answer: NetworkAnswer, facts: CallFacts): PublishError {
  const { status, requestId } = answer
  if (status === 403 || status === 404 || (status === 416 && !facts.commits))
    return new PublishError({
      kind: 'not_sent',
      code: 'network_unexpected',
      detail: 'TikTok no longer takes this upload. It is begun again.',
      requestId,
    })
  if (status !== 416) return errorFromAnswer(answer, facts)
  return new PublishError({
    kind: 'lost',
    code: 'answer_lost',
    detail: 'TikTok has other bytes of the video than were sent before.',
    requestId,
  })
}

function waitOf(
  code: string,
  { retryAfterMs }: NetworkAnswer,
  { now }: CallFacts,
): PublishErrorDetails | undefined {
  const detail = waits[code]
  if (detail === undefined) return undefined
  const after = code === 'rate_limit_exceeded' ? 60_000 : dayMs / 4
  return { kind: 'wait', code: 'rate_limited', detail, retryAt: now + (retryAfterMs ?? after) }
}

const waits: Readonly<Record<string, string>> = {
  rate_limit_exceeded: 'TikTok wants us to wait before the next post.',
  spam_risk_too_many_posts:
    'This account has posted as much as TikTok allows in a day. It is tried again.',
  spam_risk_too_many_pending_share:
    'TikTok is still working on earlier posts of this account. It is tried again.',
  reached_active_user_cap:
    'This studio has posted for as many accounts as TikTok allows in a day. It is tried again.',
}

function accountErrorOf(code: string): PublishErrorDetails | undefined {
  if (/^(access_token_invalid|invalid_grant|invalid_request)$/.test(code))
    return {
      kind: 'account',
      code: 'account_expired',
      detail: 'TikTok no longer accepts this connection: connect the account again.',
    }
  if (code === 'invalid_client')
    return {
      kind: 'account',
      code: 'account_expired',
      detail: 'TikTok does not know the keys of this studio: whoever runs it has to check them.',
    }
  if (code === 'scope_not_authorized')
    return {
      kind: 'account',
      code: 'permission_missing',
      detail: 'TikTok does not allow this studio to post: connect the account again and allow it.',
    }
  if (code === 'spam_risk_user_banned_from_posting')
    return {
      kind: 'account',
      code: 'permission_missing',
      detail: 'TikTok does not let this account post: look in TikTok why.',
    }
  return undefined
}

function refusalOf(code: string): PublishErrorDetails | undefined {
  const detail = refusals[code]
  return detail === undefined ? undefined : { kind: 'rejected', code: 'content_refused', detail }
}

const refusals: Readonly<Record<string, string>> = {
  unaudited_client_can_only_post_to_private_accounts:
    'TikTok has not audited this studio yet, so it posts to private accounts only: make the account private in TikTok, or have the studio audited.',
  privacy_level_option_mismatch:
    'TikTok no longer offers this account the visibility that was chosen: try again.',
  url_ownership_unverified:
    'TikTok takes photos only from an address that it has verified: whoever runs this studio has to verify it.',
}

/** Why TikTok made nothing of what it had taken. */
export function failureOf(reason: string): PublishError {
  const detail =
    failures[reason] ??
    `TikTok could not make the post: ${reason.slice(0, 200) || 'no reason given'}.`
  const isMedia = /video|picture|photo|file|duration|frame|format/.test(reason)
  return new PublishError({
    kind: 'rejected',
    code: isMedia ? 'media_refused' : 'content_refused',
    detail,
  })
}

const failures: Readonly<Record<string, string>> = {
  duration_check_failed: 'TikTok refused the video: it is longer than this account may post.',
  file_format_check_failed: 'TikTok refused the file: it is no video or photo that it takes.',
  frame_rate_check_failed: 'TikTok refused the video: it takes 23 to 60 pictures a second.',
  picture_size_check_failed: 'TikTok refused a picture: it is too large or too small.',
  photo_pull_failed: 'TikTok could not fetch the photos from this studio.',
  spam_risk_text: 'TikTok refused the text as unwanted: change it.',
  auth_removed: 'TikTok was told not to let this studio in any more: connect the account again.',
}
