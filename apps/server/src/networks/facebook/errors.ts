import type { GraphError } from '../graph/graph-error.ts'
import type { CallFacts } from '../network-calls.ts'
import type { PublishErrorDetails } from '../publish-error.ts'

/** What Facebook's own codes mean; those of all Graph APIs are known elsewhere. */
export function facebookErrorOf(
  { code, error_subcode, message }: GraphError,
  { now }: CallFacts,
): PublishErrorDetails | undefined {
  if (error_subcode === 1366046 || code === 324)
    return {
      kind: 'rejected',
      code: 'media_refused',
      detail: 'Facebook refused a picture: it has to be a JPEG or PNG of less than 4 MB.',
    }
  if (error_subcode === 1404078)
    return {
      kind: 'account',
      code: 'permission_missing',
      detail: 'Facebook does not allow this account to publish on the page: connect it again.',
    }
  if (error_subcode === 1390008)
    return {
      kind: 'wait',
      code: 'rate_limited',
      detail: 'Facebook wants us to post less quickly.',
      retryAt: now + 10 * 60_000,
    }
  // 33: it does not exist, or may not be seen; in answering, that is the post.
  if (code === 100 && error_subcode === 33)
    return {
      kind: 'rejected',
      code: 'reply_target_gone',
      detail:
        'Facebook does not find what this belongs to: it was deleted, or the page may not see it.',
    }
  if (code === 100 && /attached_media|media_fbid/.test(message))
    return {
      kind: 'rejected',
      code: 'media_refused',
      detail: 'Facebook does not find a picture of the post any more: schedule the post again.',
    }
  return undefined
}
