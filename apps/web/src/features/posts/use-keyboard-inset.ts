import { useSyncExternalStore } from 'react'

/** How much of the window's foot the keyboard of a telephone lies over, in pixels. */
export function useKeyboardInset(): number {
  return useSyncExternalStore(subscribe, inset)
}

function inset(): number {
  const view = window.visualViewport
  if (view === null) return 0
  return Math.max(0, Math.round(window.innerHeight - view.height - view.offsetTop))
}

function subscribe(notify: () => void): () => void {
  const view = window.visualViewport
  view?.addEventListener('resize', notify)
  view?.addEventListener('scroll', notify)
  return () => {
    view?.removeEventListener('resize', notify)
    view?.removeEventListener('scroll', notify)
  }
}
