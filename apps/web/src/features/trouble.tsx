import type { ReactNode } from 'react'
import { hasCode } from '../api/api-error.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Gone } from './gone.tsx'

export interface TroubleProps {
  readonly error: unknown
  readonly onRetry: () => void
  /** What is said where it is not there (any more). */
  readonly gone: string
  /** The way on from there; another try would not bring it. */
  readonly way: ReactNode
}

/** Why something that an address names cannot be shown. */
export function Trouble({ error, onRetry, gone, way }: TroubleProps) {
  if (!hasCode(error, 'not_found')) return <ErrorNotice error={error} onRetry={onRetry} />
  return <Gone title={gone} way={way} />
}
