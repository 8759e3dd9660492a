import { useSyncExternalStore } from 'react'

/** The width from which panels stand beside the sheet. */
const wide = '(min-width: 68rem)'

export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(wide).matches)
}

function subscribe(notify: () => void): () => void {
  const query = window.matchMedia(wide)
  query.addEventListener('change', notify)
  return () => query.removeEventListener('change', notify)
}
