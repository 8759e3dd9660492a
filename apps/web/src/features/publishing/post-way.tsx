import type { Post } from '@rheos/contract'
import { Repeat2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { problemFrom } from '../../api/api-error.ts'
import { useDeliveries, useUnschedule } from '../../api/publishing.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { toast } from '../../ui/toast.ts'
import { ownTimeZone, placeText, wallTimeText } from '../calendar/moment-text.ts'
import { DeliveryRow } from './delivery-row.tsx'
import { postStateWords } from './delivery-words.ts'
import { repeatLabels, repeatOf } from './repeats.ts'
import { ScheduleButton } from './schedule-button.tsx'

/** Where a scheduled or published post stands, network by network. */
export function PostWay({ post, current }: { readonly post: Post; current: () => Promise<Post> }) {
  const deliveries = useDeliveries(post.id)
  const mayChange = useWorkspace().role !== 'member'
  const { label, tone } = postStateWords[post.state]
  return (
    <section
      aria-label="Publishing"
      className="mb-6 rounded-xl border border-line bg-surface px-5 pt-4 sm:px-8"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 pb-4">
        <Badge tone={tone}>{label}</Badge>
        <p className="grow text-sm">{whenText(post)}</p>
        {mayChange && post.state === 'scheduled' && <Scheduled post={post} current={current} />}
      </div>
      <ul className="divide-y divide-line border-t border-line">
        {deliveries.data?.map((delivery) => (
          <DeliveryRow key={delivery.id} delivery={delivery} mayChange={mayChange} />
        ))}
      </ul>
      {deliveries.isPending && <Skeleton className="mb-4 h-16 w-full" />}
      {deliveries.isError && deliveries.data === undefined && (
        <ErrorNotice
          className="mb-4"
          error={deliveries.error}
          onRetry={() => void deliveries.refetch()}
        />
      )}
    </section>
  )
}

function whenText({ schedule }: Post): ReactNode {
  if (schedule === null) return null
  const { wallTime, timeZone, recurrence } = schedule
  const place = timeZone === ownTimeZone() ? '' : ` (${placeText(timeZone)} time)`
  return (
    <>
      {wallTimeText(wallTime)}
      {place}
      {recurrence !== null && (
        <span className="ms-2 inline-flex items-center gap-1 text-muted">
          <Repeat2 size={14} aria-hidden="true" />
          {repeatLabels[repeatOf(recurrence)]}
        </span>
      )}
    </>
  )
}

function Scheduled({ post, current }: { readonly post: Post; current: () => Promise<Post> }) {
  const unschedule = useUnschedule()
  return (
    <div className="flex flex-wrap gap-2">
      <ScheduleButton current={current} label="Reschedule" primary={false} />
      <Button
        size="sm"
        variant="ghost"
        loading={unschedule.isPending}
        onClick={() =>
          unschedule.mutate(post.id, {
            onSuccess: () => toast({ title: 'A draft again' }),
            onError: (error) => toast({ title: problemFrom(error).detail, tone: 'danger' }),
          })
        }
      >
        Back to draft
      </Button>
    </div>
  )
}
