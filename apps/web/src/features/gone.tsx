import type { ReactNode } from 'react'
import { EmptyState } from '../ui/empty-state.tsx'

export interface GoneProps {
  readonly title: string
  /** The way on from there; another try would not bring it. */
  readonly way: ReactNode
}

/** In the place of something that an address names and that is not there (any more). */
export function Gone({ title, way }: GoneProps) {
  return (
    <EmptyState title={title} action={way}>
      The address may be mistyped, or it has been deleted.
    </EmptyState>
  )
}
