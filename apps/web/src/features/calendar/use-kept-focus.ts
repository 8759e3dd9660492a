import type { CalendarEntry } from '@rheos/contract'
import { useLayoutEffect, useRef } from 'react'

/** An entry that was moved by keys is another element in another day: the focus goes there with it. */
export function useKeptFocus(
  entries: readonly CalendarEntry[] | undefined,
): (entry: CalendarEntry) => void {
  const moved = useRef<string>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what may have moved it.
  useLayoutEffect(() => {
    if (moved.current === undefined || document.activeElement !== document.body) return
    document.querySelector<HTMLElement>(`[data-entry="${moved.current}"]`)?.focus()
  }, [entries])
  return ({ postId }) => {
    const focused = document.activeElement?.closest('[data-entry]')
    moved.current = focused?.getAttribute('data-entry') === postId ? postId : undefined
  }
}
