import type { CalendarEntry } from '@rheos/contract'
import { Link } from '@tanstack/react-router'
import { Repeat2, TriangleAlert } from 'lucide-react'
import type { DragEvent, KeyboardEvent } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { contentUrl } from '../../api/assets.ts'
import { classNames } from '../../ui/class-names.ts'
import { deliveryWords, mostUrgent, postStateWords } from '../publishing/delivery-words.ts'
import { NetworkMark } from '../social-accounts/network-mark.tsx'
import { networkFacts } from '../writing/networks.ts'
import { dragType } from './drag-type.ts'
import { ownTimeZone, placeText, timeText, wallTimeText } from './moment-text.ts'
import { isMovable, type Move } from './use-move.ts'

export interface EntryCardProps {
  readonly entry: CalendarEntry
  /** Of the view: how far the arrows up and down move it. */
  readonly upDown: Move
  readonly onMove: (entry: CalendarEntry, by: Move) => void
  readonly withPicture?: boolean
}

const edges = {
  neutral: 'border-s-line-strong',
  accent: 'border-s-accent',
  success: 'border-s-success',
  warning: 'border-s-warning',
  danger: 'border-s-danger',
} as const

/** A post on the calendar: opened by a press, moved by the mouse or by Alt and the arrows. */
export function EntryCard({ entry, upDown, onMove, withPicture = false }: EntryCardProps) {
  const { id } = useWorkspace()
  const urgent = mostUrgent(entry.networks.map(({ state }) => state))
  const { tone, label } = urgent === undefined ? postStateWords[entry.state] : deliveryWords[urgent]
  const movable = isMovable(entry)

  function onKeyDown(event: KeyboardEvent): void {
    if (!event.altKey || !movable) return
    const by = movesByKey(upDown)[event.key]
    if (by === undefined) return
    event.preventDefault()
    onMove(entry, by)
  }

  function onDragStart(event: DragEvent): void {
    event.dataTransfer.setData(dragType, JSON.stringify(entry))
    event.dataTransfer.effectAllowed = 'move'
  }

  return (
    <Link
      to="/posts/$postId"
      params={{ postId: entry.postId }}
      draggable={movable}
      onDragStart={onDragStart}
      onKeyDown={onKeyDown}
      aria-keyshortcuts={
        movable ? 'Alt+ArrowLeft Alt+ArrowRight Alt+ArrowUp Alt+ArrowDown' : undefined
      }
      data-entry={entry.postId}
      className={classNames(
        'flex min-w-0 gap-2.5 rounded-md border border-s-4 border-line bg-surface px-2 py-1.5 text-start text-xs hover:bg-hover',
        edges[tone],
      )}
    >
      {withPicture && entry.imageAssetId !== null && (
        <img
          src={contentUrl(id, entry.imageAssetId, { width: 320, format: 'webp' })}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          className="size-12 shrink-0 rounded-sm bg-sunken object-cover"
        />
      )}
      <span className="min-w-0 grow">
        <span className="flex items-center gap-1.5 text-muted tabular-nums">
          <span className="font-medium text-ink">{timeText(entry.at)}</span>
          {entry.recurs && <Repeat2 size={12} aria-hidden="true" />}
          {entry.networks.some(({ endsBefore }) => endsBefore) && (
            <TriangleAlert size={12} aria-hidden="true" className="text-warning" />
          )}
          {tone !== 'neutral' && <span className="truncate">{label}</span>}
        </span>
        <span
          dir="auto"
          className={classNames('block text-ink', withPicture ? 'line-clamp-2' : 'truncate')}
        >
          {titleOf(entry)}
        </span>
        <span className="mt-1 flex flex-wrap gap-1">
          {entry.networks.map(({ network }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two accounts of one network look alike.
            <NetworkMark key={`${network}-${index}`} network={network} size="sm" />
          ))}
        </span>
        <span className="sr-only">{spoken(entry, label)}</span>
      </span>
    </Link>
  )
}

function titleOf(entry: CalendarEntry): string {
  return entry.title || entry.excerpt || 'Untitled'
}

function movesByKey(upDown: Move): Readonly<Record<string, Move>> {
  const { days = 0, hours = 0 } = upDown
  return {
    ArrowLeft: { days: -1 },
    ArrowRight: { days: 1 },
    ArrowUp: { days: -days, hours: -hours },
    ArrowDown: upDown,
  }
}

/** What the eye sees in colours and marks. */
function spoken(entry: CalendarEntry, state: string): string {
  const names = entry.networks.map(({ network }) => networkFacts[network].label).join(', ')
  const place = entry.timeZone === ownTimeZone() ? '' : ` (${placeText(entry.timeZone)} time)`
  const ends = entry.networks.some(({ endsBefore }) => endsBefore)
    ? '. An account has to be reconnected before it goes out'
    : ''
  const recurs = entry.recurs ? ', repeats' : ''
  return `${wallTimeText(entry.wallTime)}${place}, ${names}, ${state}${recurs}${ends}`
}
