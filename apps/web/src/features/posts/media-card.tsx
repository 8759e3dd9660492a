import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import type { Asset, MediaItem } from '@rheos/contract'
import { Crop, GripVertical, ImageOff, X } from 'lucide-react'
import { useState } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { contentUrl } from '../../api/assets.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { DurationBadge } from '../library/duration-badge.tsx'

export interface MediaCardProps {
  readonly item: MediaItem
  /** Undefined while it is not known, and where it is gone. */
  readonly asset: Asset | undefined
  readonly at: number
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onCrop: () => void
  readonly onRemove: () => void
}

/** One picture or video of the strip: its handle moves it, the picture opens its description, the frame crops a picture. */
export function MediaCard(props: MediaCardProps) {
  const { item, asset, at, isOpen, onOpen, onCrop, onRemove } = props
  const { id: workspaceId } = useWorkspace()
  const [gone, setGone] = useState(false)
  const {
    attributes,
    listeners,
    setNodeRef,
    setActivatorNodeRef,
    transform,
    transition,
    isDragging,
  } = useSortable({ id: item.assetId })
  const durationMs = asset?.durationMs ?? null
  const place = `${durationMs === null ? 'picture' : 'video'} ${at + 1}`
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={classNames('w-32 md:w-28', isDragging && 'relative z-10 opacity-80')}
    >
      <div className="relative">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={`${item.alt === '' ? 'Describe' : 'Edit the description of'} ${place}`}
          onClick={onOpen}
          className={classNames(
            'block size-32 overflow-hidden rounded-lg border bg-sunken md:size-28',
            isOpen ? 'border-accent' : 'border-line',
          )}
        >
          {gone ? (
            <span className="flex size-full flex-col items-center justify-center gap-1 p-2 text-xs text-muted">
              <ImageOff size={20} aria-hidden="true" />
              No longer in the library
            </span>
          ) : (
            <img
              src={contentUrl(workspaceId, item.assetId, { width: 320, format: 'webp' })}
              alt={item.alt}
              draggable={false}
              onError={() => setGone(true)}
              className="size-full object-cover"
            />
          )}
        </button>
        {!gone && durationMs !== null && <DurationBadge durationMs={durationMs} />}
        {!gone && (
          <span
            aria-hidden="true"
            className="pointer-events-none absolute start-1.5 bottom-1.5 rounded-sm bg-surface/90 px-1.5 text-xs font-medium text-ink shadow-low"
          >
            {item.alt === '' ? 'No alt' : 'Alt'}
          </span>
        )}
      </div>
      <div className="mt-1 flex items-center justify-between">
        <button
          type="button"
          ref={setActivatorNodeRef}
          {...attributes}
          {...listeners}
          aria-label={`Move ${place}`}
          className="inline-flex size-10 cursor-grab touch-none items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink md:size-8"
        >
          <GripVertical size={16} aria-hidden="true" />
        </button>
        {durationMs === null && (
          <IconButton
            size="sm"
            label={`Crop ${place}`}
            disabled={gone}
            icon={<Crop size={16} aria-hidden="true" />}
            onClick={onCrop}
          />
        )}
        <IconButton
          size="sm"
          label={`Take out ${place}`}
          icon={<X size={16} aria-hidden="true" />}
          onClick={onRemove}
        />
      </div>
    </li>
  )
}
