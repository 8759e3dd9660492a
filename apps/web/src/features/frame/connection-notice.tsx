import { WifiOff } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useIsReconnecting } from '../credits/live.tsx'
import { useLasting } from './use-lasting.ts'

/** Says when the page cannot hear the server; a hiccup of a few seconds is not worth a word. */
export function ConnectionNotice() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  const reconnecting = useLasting(useIsReconnecting(), 4000)
  if (online && !reconnecting) return null
  return (
    <div
      role="status"
      className="flex items-center gap-2.5 bg-warning-soft px-4 py-2 text-sm text-warning sm:px-8 lg:px-12"
    >
      <WifiOff size={16} aria-hidden="true" className="shrink-0" />
      {online
        ? 'Reconnecting to Rheos. What you see may be a little old.'
        : 'You are offline. What you write in a post is kept on this device and saved when the connection is back.'}
    </div>
  )
}

function subscribe(notify: () => void): () => void {
  window.addEventListener('online', notify)
  window.addEventListener('offline', notify)
  return () => {
    window.removeEventListener('online', notify)
    window.removeEventListener('offline', notify)
  }
}
