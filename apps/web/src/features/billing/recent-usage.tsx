import type { UsageItem } from '@rheos/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useWorkspace } from '../../api/account.ts'
import { usageQuery } from '../../api/credits.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { actionText } from '../credits/action-text.ts'
import { creditsText, numberText } from '../credits/credits-text.ts'
import { actionIcon } from './action-icon.ts'
import { usageDays } from './usage-days.ts'

/** What was used, newest first, day by day. */
export function RecentUsage() {
  const query = useInfiniteQuery(usageQuery(useWorkspace().id))
  if (query.data === undefined) {
    return query.isError ? (
      <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <div className="space-y-3">
        <Skeleton className="h-12 w-full" />
        <Skeleton className="h-12 w-full" />
        <Skeleton className="h-12 w-full" />
      </div>
    )
  }
  const items = query.data.pages.flatMap((page) => page.items)
  if (items.length === 0) {
    return (
      <EmptyState
        title="Nothing used yet"
        action={<LinkButton to="/posts/new">New post</LinkButton>}
      >
        Everything you let AI do is listed here with its price, free things too.
      </EmptyState>
    )
  }
  return (
    <>
      {usageDays(items, new Date()).map((day) => (
        <section key={day.label} className="mb-8">
          <h3 className="flex items-baseline justify-between border-b border-line pb-2 text-sm">
            <span className="font-medium">{day.label}</span>
            <span className="text-muted tabular-nums">{creditsText(day.credits)}</span>
          </h3>
          <ul>
            {day.items.map((item) => (
              <UsageRow key={item.id} item={item} />
            ))}
          </ul>
        </section>
      ))}
      {query.isFetchNextPageError && <ErrorNotice error={query.error} className="mb-4" />}
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Load more
        </Button>
      )}
    </>
  )
}

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

function UsageRow({ item }: { readonly item: UsageItem }) {
  const details = [time.format(new Date(item.at)), item.brand?.name, item.who?.name]
  return (
    <li className="grid grid-cols-[2.75rem_minmax(0,1fr)_auto] items-center gap-x-3.5 border-b border-line py-3 text-sm">
      <Thumbnail item={item} />
      <div className="min-w-0">
        <p className="font-medium">{actionText(item.action, item.quantity, item.did)}</p>
        <p dir="auto" className="truncate text-muted tabular-nums">
          {details.filter(Boolean).join(' · ')}
        </p>
        {item.why !== null && <p className="mt-0.5 text-pretty text-muted">{item.why}</p>}
      </div>
      <div className="text-end">
        <p className="font-medium tabular-nums">{amountText(item)}</p>
        <p className="text-xs text-muted">{outcomeTexts[item.outcome]}</p>
      </div>
    </li>
  )
}

const outcomeTexts: Readonly<Record<UsageItem['outcome'], string>> = {
  in_progress: 'in progress',
  charged: 'charged',
  partly_charged: 'partly charged',
  not_charged: 'not charged',
  free: 'free',
}

function amountText({ outcome, credits, unitPrice, quantity }: UsageItem): string {
  if (outcome === 'in_progress') return `(${numberText(unitPrice * quantity)})`
  return numberText(credits)
}

function Thumbnail({ item }: { readonly item: UsageItem }) {
  if (item.thumbnailUrl !== null) {
    return (
      <img
        src={item.thumbnailUrl}
        alt=""
        loading="lazy"
        className="size-11 rounded-md bg-sunken object-cover"
      />
    )
  }
  const Icon = actionIcon(item.action)
  return (
    <span className="flex size-11 items-center justify-center rounded-md bg-sunken text-muted">
      <Icon size={18} aria-hidden="true" />
    </span>
  )
}
