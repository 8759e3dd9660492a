import type { ReactNode } from 'react'
import { classNames } from '../../ui/class-names.ts'

export interface ImageGridProps {
  readonly label: string
  readonly count: number
  readonly large: boolean
  readonly children: ReactNode
}

/** The images of one run, all of one shape: alone and large, or side by side. */
export function ImageGrid({ label, count, large, children }: ImageGridProps) {
  return (
    <ul
      aria-label={label}
      className={classNames(
        'grid gap-3',
        count === 1
          ? large
            ? 'max-w-lg grid-cols-1'
            : 'max-w-[16rem] grid-cols-1'
          : large
            ? 'grid-cols-2'
            : 'grid-cols-2 sm:grid-cols-4',
      )}
    >
      {children}
    </ul>
  )
}
