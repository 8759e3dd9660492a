import type { CalendarEntry } from '@rheos/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useCalendar } from '../../api/calendar.ts'
import { wallTimeText } from '../../features/calendar/moment-text.ts'
import { deliveryWords, mostUrgent } from '../../features/publishing/delivery-words.ts'
import { NetworkMark } from '../../features/social-accounts/network-mark.tsx'
import { Badge } from '../../ui/badge.tsx'
import { HomeSection, moreLinkClass } from './home-section.tsx'

const dayMs = 86_400_000
const shownMax = 5

/** What needs somebody, and what goes out next. Nothing where there is neither. */
export function Upcoming({ brandId }: { readonly brandId: string }) {
  // One range for as long as the page is open: a moving one would be read again at every look.
  const [{ from, to, now }] = useState(() => rangeAround(Date.now()))
  const entries = useCalendar({ from, to, brandId }).data ?? []
  const shown = entries.filter((entry) => needsSomebody(entry) || entry.at > now).slice(0, shownMax)
  if (shown.length === 0) return null
  return (
    <HomeSection
      title="Coming up"
      more={
        <Link to="/calendar" className={moreLinkClass}>
          Calendar
        </Link>
      }
    >
      <ul className="divide-y divide-line">
        {shown.map((entry) => (
          <UpcomingRow key={`${entry.postId}-${entry.at}`} entry={entry} />
        ))}
      </ul>
    </HomeSection>
  )
}

function UpcomingRow({ entry }: { readonly entry: CalendarEntry }) {
  const urgent = mostUrgent(entry.networks.map(({ state }) => state))
  return (
    <li className="relative flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
      <span className="w-36 shrink-0 text-sm text-muted tabular-nums">
        {wallTimeText(entry.wallTime)}
      </span>
      <Link
        to="/posts/$postId"
        params={{ postId: entry.postId }}
        dir="auto"
        className="min-w-0 grow basis-40 truncate rounded-sm font-medium after:absolute after:inset-0"
      >
        {entry.title || entry.excerpt || 'Untitled'}
      </Link>
      <span className="flex gap-1">
        {entry.networks.map(({ network }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two accounts of one network look alike.
          <NetworkMark key={`${network}-${index}`} network={network} size="sm" />
        ))}
      </span>
      {urgent !== undefined && urgent !== 'scheduled' && (
        <Badge tone={deliveryWords[urgent].tone}>{deliveryWords[urgent].label}</Badge>
      )}
    </li>
  )
}

function needsSomebody({ networks }: CalendarEntry): boolean {
  return networks.some(({ state }) => ['failed', 'missed', 'needs_person'].includes(state))
}

function rangeAround(now: number) {
  const iso = (at: number) => new Date(at).toISOString()
  return { from: iso(now - 7 * dayMs), to: iso(now + 14 * dayMs), now: iso(now) }
}
