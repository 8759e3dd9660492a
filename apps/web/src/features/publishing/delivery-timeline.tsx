import type { DeliveryEvent } from '@rheos/contract'
import type { TimedDelivery } from './delivery-row.tsx'
import { exactText } from './moment-text.ts'

const words: Readonly<Record<DeliveryEvent['kind'], string>> = {
  scheduled: 'Scheduled',
  changed: 'Taken in as it was edited',
  claimed: 'Begun',
  prepared: 'Prepared',
  committing: 'Sent',
  published: 'Published',
  rejected: 'Refused',
  waiting: 'Waiting',
  answer_lost: 'The answer was lost',
  worker_lost: 'The process that sent it died',
  found: 'Found there',
  not_found: 'Not there',
  not_clear: 'Could not be told yet',
  asked: 'You were asked',
  answered: 'You answered',
  retried: 'Tried again by you',
  missed: 'Missed',
  dropped: 'Not to be sent',
}

/** Every attempt, in the order in which it happened. */
export function DeliveryTimeline({ delivery }: { readonly delivery: TimedDelivery }) {
  const several = delivery.targets.length > 1
  return (
    <ol className="mt-3 space-y-2 border-s border-line ps-4 text-sm">
      {delivery.timeline.map((event, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what happened keeps its place.
        <li key={index} className="grid gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
          <time dateTime={event.at} className="text-xs leading-5 text-muted tabular-nums">
            {exactText(event.at)}
          </time>
          <span className="min-w-0">
            {words[event.kind]}
            {several && event.target !== null && (
              <span className="text-muted"> · {targetText(delivery, event.target)}</span>
            )}
            {event.detail !== '' && (
              <span className="block break-words text-muted">{event.detail}</span>
            )}
            {event.requestId !== null && (
              <span className="block text-xs break-all text-muted">Request {event.requestId}</span>
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** Which of what is made there: the text, an answer of its thread, or the comment under it. */
function targetText({ targets }: TimedDelivery, number: number): string {
  return targets[number]?.kind === 'comment' ? 'first comment' : `part ${number + 1}`
}
