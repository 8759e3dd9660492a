import type { GraphError } from '../graph/graph-error.ts'
import type { CallFacts } from '../network-calls.ts'
import type { PublishErrorDetails } from '../publish-error.ts'

/**
 * What Instagram's own codes mean; see “Error codes” of its documentation. They stand in the subcode.
 */
export function instagramErrorOf(
  { code, error_subcode }: GraphError,
  { now, commits }: CallFacts,
): PublishErrorDetails | undefined {
  // Its servers failed, before or after they published.
  if (commits && code < 0)
    return { kind: 'lost', code: 'answer_lost', detail: 'Instagram gave no clear answer.' }
  if (error_subcode === undefined) return undefined
  if (error_subcode === 2207042)
    return {
      kind: 'wait',
      code: 'rate_limited',
      detail: 'This account has published as much as Instagram allows in a day. It is tried again.',
      retryAt: now + 3_600_000,
    }
  return errors[error_subcode]
}

const again: PublishErrorDetails = {
  kind: 'not_sent',
  code: 'not_ready',
  detail: 'Instagram was not ready with the post. It is tried again.',
}

function refusedMedia(detail: string): PublishErrorDetails {
  return { kind: 'rejected', code: 'media_refused', detail }
}

function refusedText(detail: string): PublishErrorDetails {
  return { kind: 'rejected', code: 'content_refused', detail }
}

const errors: Readonly<Record<number, PublishErrorDetails>> = {
  // Making the container: nobody sees anything of it, so it is just made again.
  2207001: again,
  2207003: again,
  2207020: again,
  2207032: again,
  2207053: again,
  // Fetching our picture fails now and then, and works a moment later.
  2207052: {
    kind: 'not_sent',
    code: 'not_ready',
    detail:
      'Instagram could not fetch the picture from this studio. It is tried again; if it stays so, whoever runs the studio has to make its address reachable.',
  },
  2207006: again,
  2207008: again,
  2207027: again,
  2207004: refusedMedia('Instagram refused the picture: it is larger than 8 MB.'),
  2207005: refusedMedia('Instagram refused the picture: it has to be a JPEG.'),
  2207009: refusedMedia(
    'Instagram refused the picture: its shape must lie between 4:5 and 1.91:1.',
  ),
  2207026: refusedMedia('Instagram refused the video: its format is not supported.'),
  2207023: refusedMedia('Instagram does not know this kind of media.'),
  2207028: refusedText('Instagram refused the carousel: it needs 2 to 10 pictures or videos.'),
  2207010: refusedText(
    'Instagram refused the caption: it may have 2,200 characters, 30 hashtags and 20 mentions.',
  ),
  2207040: refusedText('Instagram refused the caption: it names more than 20 people.'),
  2207051: refusedText(
    'Instagram takes this for spam and blocks it: publish less, or something else.',
  ),
  2207050: {
    kind: 'account',
    code: 'account_revoked',
    detail: 'Instagram has restricted this account: sign in there and see what it says.',
  },
}
