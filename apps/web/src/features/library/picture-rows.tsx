import type { ReactNode } from 'react'

export interface PictureRowsProps {
  /** Height that a row aims at, in pixels; rows grow to fill the width. */
  readonly rowHeight: number
  readonly label: string
  readonly children: ReactNode
}

/** Pictures in rows, each as wide as its shape asks, in reading order. */
export function PictureRows({ rowHeight, label, children }: PictureRowsProps) {
  return (
    <ul
      aria-label={label}
      className="flex flex-wrap gap-3 sm:after:grow-[10000] sm:after:content-['']"
      style={{ '--row': `${rowHeight}px` } as React.CSSProperties}
    >
      {children}
    </ul>
  )
}

export interface PictureCellProps {
  readonly width: number
  readonly height: number
  readonly children: ReactNode
}

export function PictureCell({ width, height, children }: PictureCellProps) {
  const ratio = width / height
  return (
    <li
      className="relative min-w-0 max-w-full"
      style={{
        // Together at least 1, or the row would not fill.
        flexGrow: ratio * 10,
        flexBasis: `calc(var(--row) * ${ratio})`,
        maxWidth: `min(100%, calc(var(--row) * ${ratio * 2}))`,
      }}
    >
      {children}
    </li>
  )
}
