import type { GraphError } from '../graph/graph-error.ts'
import type { PublishErrorDetails } from '../publish-error.ts'

/** What the codes of Threads mean. */
export function threadsErrorOf({
  code,
  error_subcode,
  message,
}: GraphError): PublishErrorDetails | undefined {
  // The container is not known to the machine that was asked; nothing was published.
  if (error_subcode === 4279009)
    return {
      kind: 'not_sent',
      code: 'not_ready',
      detail: 'Threads does not find the post yet that it has made. It is tried again.',
    }
  if (error_subcode === 2207052)
    return {
      kind: 'not_sent',
      code: 'not_ready',
      detail:
        'Threads could not fetch the picture from this studio. It is tried again; if it stays so, whoever runs the studio has to make its address reachable.',
    }
  if (code === 100 && /500 characters|param text/i.test(message))
    return {
      kind: 'rejected',
      code: 'content_refused',
      detail: 'Threads refused the text: it may have 500 characters.',
    }
  if (code === 100 && /reply_to_id/.test(message))
    return {
      kind: 'rejected',
      code: 'reply_target_gone',
      detail: 'The post on Threads that this one answers is gone.',
    }
  return undefined
}
