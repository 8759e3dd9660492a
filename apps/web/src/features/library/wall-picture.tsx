import type { Asset } from '@rheos/contract'
import { Check, Play } from 'lucide-react'
import type { DragEvent, MouseEvent } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { AssetPicture } from './asset-picture.tsx'
import { DurationBadge } from './duration-badge.tsx'

export interface WallPictureProps {
  readonly asset: Asset
  readonly place: number
  readonly count: number
  readonly left: number
  readonly width: number
  readonly height: number
  readonly isSelected: boolean
  /** Something is selected: pressing selects. */
  readonly isSelecting: boolean
  /** The keyboard comes to this one. */
  readonly isStop: boolean
  readonly onPress: (event: MouseEvent) => void
  readonly onDragStart: (event: DragEvent) => void
}

/** A picture on the wall: pressed to open, or at its corner to select. */
export function WallPicture(props: WallPictureProps) {
  const { asset, place, left, width, height, isSelected, isSelecting, isStop } = props
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys for all of its pictures.
    <div
      role="option"
      aria-selected={isSelected}
      aria-posinset={place + 1}
      aria-setsize={props.count}
      tabIndex={isStop ? 0 : -1}
      data-picture={place}
      onClick={props.onPress}
      draggable
      onDragStart={props.onDragStart}
      className="group absolute top-0 cursor-pointer overflow-hidden rounded-lg bg-sunken select-none"
      style={{ left, width, height }}
    >
      <AssetPicture
        asset={asset}
        sizes={`${Math.round(width)}px`}
        frame={{ width, height }}
        className={classNames(
          'transition-[opacity,scale]',
          isSelected ? 'scale-92 rounded-md' : 'group-hover:opacity-90',
        )}
      />
      {asset.animated && (
        <span className="absolute end-2 bottom-2 flex size-6 items-center justify-center rounded-full bg-ink/70 text-page">
          <Play size={12} fill="currentColor" aria-label="Animated" />
        </span>
      )}
      {asset.durationMs !== null && (
        <DurationBadge durationMs={asset.durationMs} compact={width < 72} />
      )}
      <span
        data-select
        aria-hidden="true"
        className={classNames(
          'absolute start-0 top-0 flex size-10 items-center justify-center transition-opacity',
          !isSelected &&
            !isSelecting &&
            'pointer-fine:opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100',
        )}
      >
        <span
          className={classNames(
            'flex size-6 items-center justify-center rounded-full border-2 shadow-low',
            isSelected
              ? 'border-accent bg-accent text-on-accent'
              : 'border-line-strong bg-surface/80 text-transparent',
          )}
        >
          <Check size={14} strokeWidth={3} />
        </span>
      </span>
    </div>
  )
}
