import type { Delivery, PostDeliveries } from '@rheos/contract'
import { ExternalLink } from 'lucide-react'
import { useState } from 'react'
import { problemFrom } from '../../api/api-error.ts'
import { type DeliveryChange, useChangeDelivery } from '../../api/publishing.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { toast } from '../../ui/toast.ts'
import { NetworkMark } from '../social-accounts/network-mark.tsx'
import { networkFacts } from '../writing/networks.ts'
import { DeliveryTimeline } from './delivery-timeline.tsx'
import { deliveryWords } from './delivery-words.ts'
import { momentText } from './moment-text.ts'
import { WasItThere } from './was-it-there.tsx'

export type TimedDelivery = PostDeliveries['items'][number]

export interface DeliveryRowProps {
  readonly delivery: TimedDelivery
  readonly mayChange: boolean
}

/** A post on its way to one account: how far it is, what is wrong, and what can be done. */
export function DeliveryRow({ delivery, mayChange }: DeliveryRowProps) {
  const [showing, setShowing] = useState(false)
  const { label, tone } = deliveryWords[delivery.state]
  const name = networkFacts[delivery.network].label
  return (
    <li className="py-4">
      <div className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-4 gap-y-2 sm:grid-cols-[auto_minmax(0,1fr)_auto]">
        <NetworkMark network={delivery.network} />
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-medium">{name}</span>
            <bdi className="truncate text-sm text-muted">{delivery.account.name}</bdi>
            <Badge tone={tone}>{label}</Badge>
          </p>
          <p className="mt-0.5 text-sm text-muted">{timeOf(delivery)}</p>
          {delivery.problem !== null && (
            <p className="mt-1.5 max-w-prose text-sm text-pretty">{delivery.problem.detail}</p>
          )}
          {mayChange && <Ways delivery={delivery} />}
        </div>
        <div className="col-start-2 -ml-2 flex flex-wrap items-center gap-1 sm:col-start-3 sm:ml-0">
          {delivery.url !== null && (
            <a
              href={delivery.url}
              target="_blank"
              rel="noreferrer"
              className="hit-area inline-flex items-center gap-1.5 rounded-sm px-2 py-1 text-sm font-medium text-accent-ink underline underline-offset-2"
            >
              View on {name}
              <ExternalLink size={14} aria-hidden="true" />
            </a>
          )}
          <Button
            size="sm"
            variant="ghost"
            aria-expanded={showing}
            className="first:-ml-1"
            onClick={() => setShowing(!showing)}
          >
            Timeline
          </Button>
        </div>
      </div>
      {showing && <DeliveryTimeline delivery={delivery} />}
    </li>
  )
}

function timeOf({ state, dueAt, endedAt, nextAt }: Delivery): string {
  if (endedAt !== null) return momentText(endedAt)
  if (state === 'waiting' && nextAt !== null) return `Tried again ${momentText(nextAt)}`
  if (state === 'unconfirmed' && nextAt !== null) return `Looked for again ${momentText(nextAt)}`
  return momentText(dueAt)
}

/** What a person can do, by how the delivery stands. */
function Ways({ delivery }: { readonly delivery: TimedDelivery }) {
  const change = useChangeDelivery(delivery.postId)
  const { state, problem } = delivery

  function have(wanted: DeliveryChange): void {
    change.mutate(
      { delivery, change: wanted },
      { onError: (error) => toast({ title: problemFrom(error).detail, tone: 'danger' }) },
    )
  }

  if (state === 'needs_person')
    return <WasItThere delivery={delivery} pending={change.isPending} onAnswer={have} />
  const mayRetry = ['failed', 'missed', 'waiting', 'dropped'].includes(state)
  const mayDrop = ['scheduled', 'failed', 'missed', 'waiting'].includes(state)
  if (!mayRetry && !mayDrop && state !== 'unconfirmed') return null
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      {problem?.action === 'reconnect' && (
        <LinkButton to="/settings/accounts" size="sm" variant="primary">
          Reconnect
        </LinkButton>
      )}
      {mayRetry && (
        <Button size="sm" loading={change.isPending} onClick={() => have({ kind: 'retry' })}>
          {state === 'missed' || state === 'dropped' ? 'Publish now' : 'Try again'}
        </Button>
      )}
      {state === 'unconfirmed' && (
        <Button size="sm" loading={change.isPending} onClick={() => have({ kind: 'check' })}>
          Check now
        </Button>
      )}
      {mayDrop && (
        <Button
          size="sm"
          variant="ghost"
          className="first:-ml-3"
          onClick={() => have({ kind: 'drop' })}
        >
          Do not send there
        </Button>
      )}
    </div>
  )
}
