import { lazy, Suspense } from 'react'
import { useCredits } from './use-credits.ts'

const PausedNotice = lazy(async () => ({
  default: (await import('./paused-notice.tsx')).PausedNotice,
}))

/** Shown where AI would be used, while it is paused; nothing otherwise. */
export function PausePanel() {
  const { credits } = useCredits()
  if (credits === undefined || !credits.paused) return null
  return (
    <Suspense fallback={null}>
      <PausedNotice credits={credits} />
    </Suspense>
  )
}
