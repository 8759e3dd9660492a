import { lazy, Suspense, useEffect, useState } from 'react'
import { onToast, type ToastOptions } from './toast.ts'

const ToastArea = lazy(async () => ({ default: (await import('./toast-area.tsx')).ToastArea }))

/** Where toasts appear; once, beside the page. Their script is fetched with the first of them. */
export function ToastSlot() {
  const [toasts, setToasts] = useState<readonly ToastOptions[]>([])
  useEffect(() => onToast((options) => setToasts((before) => [...before, options])), [])
  if (toasts.length === 0) return null
  return (
    <Suspense fallback={null}>
      <ToastArea asked={toasts} />
    </Suspense>
  )
}
