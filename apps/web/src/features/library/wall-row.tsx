import type { Asset } from '@rheos/contract'
import { type DragEvent, type MouseEvent, memo } from 'react'
import type { JustifiedRow } from './justified-rows.ts'
import type { Selection } from './selection.ts'
import { WallPicture } from './wall-picture.tsx'

/** What is done to pictures by hand. */
export interface WallHands {
  readonly press: (event: MouseEvent, index: number) => void
  readonly drag: (event: DragEvent, asset: Asset) => void
}

export interface WallRowProps {
  readonly row: JustifiedRow
  /** From the top of the wall, in pixels. */
  readonly top: number
  readonly assets: readonly Asset[]
  /** Of all that fit, loaded or not. */
  readonly total: number
  readonly selection: Selection
  /** The picture that the keyboard comes to. */
  readonly stop: number
  readonly hands: WallHands
}

/** One row of the wall. Drawn anew only when something of it changes: not when more are loaded below. */
export const WallRow = memo(function WallRow(props: WallRowProps) {
  const { row, top, assets, total, selection, stop, hands } = props
  return (
    <div
      role="presentation"
      className="absolute inset-x-0 top-0"
      style={{ transform: `translateY(${top}px)` }}
    >
      {row.cells.map((cell) => {
        const asset = assets[cell.index]
        if (asset === undefined) return null
        return (
          <WallPicture
            key={asset.id}
            asset={asset}
            place={cell.index}
            count={total}
            left={cell.left}
            width={cell.width}
            height={row.height}
            isSelected={selection.ids.has(asset.id)}
            isSelecting={selection.ids.size > 0}
            isStop={cell.index === stop}
            onPress={(event) => hands.press(event, cell.index)}
            onDragStart={(event) => hands.drag(event, asset)}
          />
        )
      })}
    </div>
  )
}, isSame)

function isSame(before: WallRowProps, now: WallRowProps): boolean {
  const { row, assets, ...rest } = before
  return (
    Object.entries(rest).every(([name, value]) => now[name as keyof WallRowProps] === value) &&
    row.height === now.row.height &&
    row.cells.length === now.row.cells.length &&
    row.cells.every((cell, at) => {
      const other = now.row.cells[at]
      if (other?.index !== cell.index || assets[cell.index] !== now.assets[cell.index]) return false
      return cell.left === other.left && cell.width === other.width
    })
  )
}
