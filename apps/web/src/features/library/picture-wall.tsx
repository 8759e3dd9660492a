import type { Asset } from '@rheos/contract'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { classNames } from '../../ui/class-names.ts'
import { carry } from './dragged-pictures.ts'
import { type JustifiedRow, justifiedRows, neighbourAcross } from './justified-rows.ts'
import { among, extended, nothingSelected, type Selection, toggled } from './selection.ts'
import { useWidth } from './use-width.ts'
import { type WallHands, WallRow } from './wall-row.tsx'

export interface PictureWallProps {
  readonly assets: readonly Asset[]
  /** Of all that fit, loaded or not. */
  readonly total: number
  readonly label: string
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
  readonly onOpen: (asset: Asset) => void
  readonly onDelete: (assets: readonly Asset[]) => void
  /** The end of what is loaded comes near. */
  readonly onNearEnd: () => void
}

const gap = 12
const rowHeights = { narrow: 132, wide: 220 }
const narrowBelow = 560
/** Loaded before one scrolls there. */
const rowsAhead = 12

/**
 * Pictures in rows, of which only those near the window are on the page. One stop of the keyboard:
 * arrows move, space selects, shift draws a range, enter opens, delete deletes.
 */
export function PictureWall(props: PictureWallProps) {
  const { assets, total, label, selection, onSelect, onOpen, onNearEnd } = props
  const list = useRef<HTMLDivElement>(null)
  const width = useWidth(list)
  const rows = useMemo(
    () =>
      width === 0
        ? []
        : justifiedRows(assets, {
            width,
            rowHeight: width < narrowBelow ? rowHeights.narrow : rowHeights.wide,
            gap,
          }),
    [assets, width],
  )
  const virtual = useRows(rows, list)
  const focus = useFocus(rows, virtual.scrollToIndex)
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  const isNearEnd = rows.length > 0 && last >= rows.length - rowsAhead
  useEffect(() => {
    if (isNearEnd) onNearEnd()
  })

  function press(event: MouseEvent, index: number): void {
    const asset = assets[index]
    if (asset === undefined) return
    focus.place(index)
    if (event.shiftKey) {
      onSelect(extended(selection, idsOf(assets), asset.id))
      return
    }
    const isMarking =
      event.metaKey ||
      event.ctrlKey ||
      selection.ids.size > 0 ||
      (event.target as Element).closest('[data-select]') !== null
    if (isMarking) onSelect(toggled(selection, asset.id))
    else onOpen(asset)
  }

  const hands = useHands({
    press,
    drag: (event, asset) => carry(event, dragged(selection, assets, asset)),
  })

  return (
    <div
      ref={list}
      role="listbox"
      aria-label={label}
      aria-multiselectable="true"
      onKeyDown={(event) => onKey(event, props, rows, focus)}
      // What passes under a pointer that rests is not pointed at.
      className={classNames('relative', virtual.isScrolling && 'pointer-events-none')}
      style={{ height: virtual.getTotalSize() }}
    >
      {shown.map(({ index: at, start }) => {
        const row = rows[at]
        if (row === undefined) return null
        return (
          <WallRow
            key={at}
            row={row}
            top={start - virtual.options.scrollMargin}
            assets={assets}
            total={total}
            selection={selection}
            stop={focus.index}
            hands={hands}
          />
        )
      })}
    </div>
  )
}

/** The same for as long as the wall is there: rows that stay in sight are not drawn anew. */
function useHands(latest: WallHands): WallHands {
  const now = useRef(latest)
  useLayoutEffect(() => {
    now.current = latest
  })
  return useMemo(
    () => ({
      press: (event, index) => now.current.press(event, index),
      drag: (event, asset) => now.current.drag(event, asset),
    }),
    [],
  )
}

function useRows(rows: readonly JustifiedRow[], list: { readonly current: HTMLElement | null }) {
  const [top, setTop] = useState(0)
  // What stands above the wall can change with every rendering.
  useLayoutEffect(() => {
    const at = list.current?.getBoundingClientRect().top ?? 0
    setTop(Math.round(at + window.scrollY))
  })
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => (rows[index]?.height ?? 0) + gap,
    overscan: 4,
    scrollMargin: top,
    scrollPaddingStart: 24,
    scrollPaddingEnd: 96,
  })
  // Their heights are known before they are seen, and are others when the width is another one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are what is measured anew.
  useLayoutEffect(() => virtual.measure(), [rows, virtual])
  return virtual
}

interface WallFocus {
  readonly index: number
  readonly place: (index: number) => void
  readonly move: (index: number) => void
}

/** Which picture the keyboard is at. It may have to be scrolled into sight before it can be focused. */
function useFocus(
  rows: readonly JustifiedRow[],
  scrollToRow: (row: number, options: { readonly align: 'auto' }) => void,
): WallFocus {
  const [index, setIndex] = useState(0)
  const isMoving = useRef(false)
  useEffect(() => {
    if (!isMoving.current) return
    const target = document.querySelector<HTMLElement>(`[data-picture="${index}"]`)
    if (target === null) return
    isMoving.current = false
    target.focus({ preventScroll: true })
  })
  const count = rows.at(-1)?.cells.at(-1)?.index ?? 0
  return {
    index: Math.min(index, count),
    place: setIndex,
    move: (next) => {
      isMoving.current = true
      setIndex(next)
      const row = rows.findIndex(({ cells }) => cells.some((cell) => cell.index === next))
      scrollToRow(row, { align: 'auto' })
    },
  }
}

function onKey(
  event: KeyboardEvent,
  props: PictureWallProps,
  rows: readonly JustifiedRow[],
  focus: WallFocus,
): void {
  const { assets } = props
  const asset = assets[focus.index]
  if (asset === undefined) return
  const next = nextIndex(event.key, rows, focus.index, assets.length)
  if (next !== undefined) {
    event.preventDefault()
    if (event.shiftKey) drawRange(props, asset, assets[next])
    focus.move(next)
    return
  }
  const act = actionOf(event, props, asset)
  if (act === undefined) return
  event.preventDefault()
  act()
}

function drawRange(props: PictureWallProps, from: Asset, to: Asset | undefined): void {
  const { assets, selection, onSelect } = props
  const begun = selection.anchor === undefined ? toggled(selection, from.id) : selection
  if (to !== undefined) onSelect(extended(begun, idsOf(assets), to.id))
}

/** What a key does to the picture that it is at, or to all that are selected. */
function actionOf(
  event: KeyboardEvent,
  { assets, selection, onSelect, onOpen, onDelete }: PictureWallProps,
  asset: Asset,
): (() => void) | undefined {
  switch (event.key) {
    case ' ':
      return () =>
        onSelect(
          event.shiftKey
            ? extended(selection, idsOf(assets), asset.id)
            : toggled(selection, asset.id),
        )
    case 'Enter':
      return () => onOpen(asset)
    case 'Delete':
    case 'Backspace':
      return () =>
        onDelete(
          selection.ids.size > 0 ? assets.filter(({ id }) => selection.ids.has(id)) : [asset],
        )
    case 'Escape':
      return () => onSelect(nothingSelected)
    case 'a':
      return event.metaKey || event.ctrlKey
        ? () => onSelect({ ids: new Set(idsOf(assets)), anchor: asset.id })
        : undefined
    default:
      return undefined
  }
}

function nextIndex(
  key: string,
  rows: readonly JustifiedRow[],
  index: number,
  count: number,
): number | undefined {
  const within = (next: number) => (next >= 0 && next < count ? next : undefined)
  switch (key) {
    case 'ArrowRight':
      return within(index + 1)
    case 'ArrowLeft':
      return within(index - 1)
    case 'ArrowDown':
      return neighbourAcross(rows, index, 1)
    case 'ArrowUp':
      return neighbourAcross(rows, index, -1)
    case 'Home':
      return within(0)
    case 'End':
      return within(count - 1)
    default:
      return undefined
  }
}

/** All that are selected, where it is one of them; else itself. */
function dragged(selection: Selection, assets: readonly Asset[], asset: Asset): readonly string[] {
  return selection.ids.has(asset.id) ? among(selection, idsOf(assets)) : [asset.id]
}

function idsOf(assets: readonly Asset[]): string[] {
  return assets.map(({ id }) => id)
}
