import {
  Bookmark,
  ChartNoAxesColumn,
  Ellipsis,
  Forward,
  Heart,
  type LucideIcon,
  MessageCircle,
  Repeat2,
  Reply,
  Send,
  Share,
  SmilePlus,
  Star,
} from 'lucide-react'
import { ActionRow } from './action-row.tsx'
import { FoldedText } from './folded-text.tsx'
import { PictureGrid, type PictureGridProps } from './picture-grid.tsx'
import { PreviewAvatar } from './preview-avatar.tsx'
import type { PreviewContent } from './preview-content.ts'

type TimelineNetwork = 'x' | 'bluesky' | 'threads' | 'mastodon' | 'telegram' | 'discord'

interface TimelineLook {
  readonly actions: readonly LucideIcon[]
  readonly spread: string
  readonly pictures: Pick<PictureGridProps, 'layout' | 'max' | 'shapes' | 'className'>
}

const looks: Readonly<Record<TimelineNetwork, TimelineLook>> = {
  x: {
    actions: [MessageCircle, Repeat2, Heart, ChartNoAxesColumn, Bookmark, Share],
    spread: 'justify-between pe-2',
    pictures: {
      layout: 'mosaic',
      max: 4,
      shapes: [3 / 4, 16 / 9],
      className: 'rounded-xl border border-(--preview-line)',
    },
  },
  bluesky: {
    actions: [MessageCircle, Repeat2, Heart, Bookmark, Share, Ellipsis],
    spread: 'justify-between pe-2',
    pictures: {
      layout: 'mosaic',
      max: 4,
      shapes: [3 / 4, 2],
      className: 'rounded-lg border border-(--preview-line)',
    },
  },
  mastodon: {
    actions: [Reply, Repeat2, Star, Bookmark, Ellipsis],
    spread: 'justify-between pe-2',
    pictures: { layout: 'mosaic', max: 4, shapes: [3 / 4, 16 / 9], className: 'rounded-md' },
  },
  telegram: {
    actions: [Forward],
    spread: 'justify-end',
    pictures: { layout: 'mosaic', max: 10, shapes: [3 / 4, 16 / 9], className: 'rounded-lg' },
  },
  discord: {
    actions: [SmilePlus],
    spread: 'gap-5',
    pictures: { layout: 'mosaic', max: 10, shapes: [3 / 4, 16 / 9], className: 'rounded-lg' },
  },
  threads: {
    actions: [Heart, MessageCircle, Repeat2, Send],
    spread: 'gap-5',
    pictures: {
      layout: 'strip',
      max: 20,
      shapes: [3 / 4, 1.91],
      className: 'rounded-lg border border-(--preview-line)',
    },
  },
}

export interface TimelinePostProps {
  readonly content: PreviewContent
  readonly network: TimelineNetwork
}

/** A post of a timeline, with the parts of its thread below each other on one line. */
export function TimelinePost({ content, network }: TimelinePostProps) {
  const { parts } = content
  return (
    <ol className="px-4 py-3">
      {parts.map((text, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a part has no id, only its place.
          key={index}
          className="relative flex gap-3 pb-4 last:pb-0"
        >
          {index < parts.length - 1 && (
            <span
              aria-hidden="true"
              className="absolute start-5 top-12 bottom-1 w-0.5 -translate-x-1/2 rounded-full bg-(--preview-line) rtl:translate-x-1/2"
            />
          )}
          <PreviewAvatar content={content} square={network === 'mastodon'} />
          <div className="min-w-0 flex-1 space-y-2">
            <Author content={content} network={network} />
            <FoldedText network={network} text={text} className="-mt-1" />
            {index === 0 && (
              <PictureGrid pictures={content.pictures} {...looks[network].pictures} />
            )}
            <ActionRow
              actions={looks[network].actions}
              className={`pt-1 ${looks[network].spread}`}
            />
          </div>
        </li>
      ))}
    </ol>
  )
}

function Author({ content: { name, handle }, network }: TimelinePostProps) {
  if (network === 'threads') {
    return (
      <p className="flex gap-2 font-semibold">
        <span className="truncate">{handle}</span>
        <span className="shrink-0 font-normal text-(--preview-muted)">now</span>
      </p>
    )
  }
  if (network === 'mastodon') {
    return (
      <div className="flex justify-between gap-3 leading-snug">
        <p className="min-w-0">
          <span className="block truncate font-semibold">
            <bdi>{name}</bdi>
          </span>
          <span className="block truncate text-(--preview-muted)">{handle}</span>
        </p>
        <span className="shrink-0 text-(--preview-muted)">now</span>
      </div>
    )
  }
  return (
    <p className="flex gap-1.5">
      <span className="max-w-[60%] truncate font-semibold">
        <bdi>{name}</bdi>
      </span>
      <span className="min-w-0 truncate text-(--preview-muted)">{handle}</span>
      <span className="shrink-0 text-(--preview-muted)">· now</span>
    </p>
  )
}
