import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { hasCode } from './api-error.ts'
import { Autosave, type SaveState } from './autosave.ts'

export interface Saving<Change> {
  readonly state: SaveState
  readonly error: unknown
  readonly change: (change: Change) => void
  readonly flush: () => Promise<void>
  /** Saves what waits; false where something could not be saved. */
  readonly saveAll: () => Promise<boolean>
  readonly drop: () => void
}

/** An {@link Autosave} for as long as a component is shown; leaving it, or the tab, saves what waits. */
export function useAutosave<Change extends object>(
  save: (change: Change) => Promise<unknown>,
): Saving<Change> {
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  const [autosave] = useState(
    () => new Autosave<Change>((change) => latest.current(change), { isPassing: isUnreached }),
  )
  const state = useSyncExternalStore(autosave.subscribe, () => autosave.state)
  useFlushOnLeaving(autosave)
  return {
    state,
    error: autosave.error,
    change: (change) => autosave.change(change),
    flush: () => autosave.flush(),
    saveAll: async () => {
      await autosave.flush()
      return !autosave.hasUnsaved
    },
    drop: () => autosave.drop(),
  }
}

/** Nothing answered: the connection, or the server for a moment. */
export function isUnreached(error: unknown): boolean {
  return hasCode(error, 'unavailable') || hasCode(error, 'internal_error')
}

interface Leaving {
  readonly hasUnsaved: boolean
  readonly flush: () => Promise<void>
  readonly stop: () => void
  readonly resume: () => void
}

/**
 * Saves what waits when the tab is hidden, left or connected again. `isKept` says that what could not
 * be saved is safe on this device, so that the browser need not ask before it leaves.
 */
export function useFlushOnLeaving(saving: Leaving, isKept = false): void {
  useEffect(() => {
    saving.resume()
    const flush = (): void => void saving.flush()
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (saving.hasUnsaved && !isKept) event.preventDefault()
    }
    document.addEventListener('visibilitychange', flush)
    window.addEventListener('online', flush)
    window.addEventListener('pagehide', flush)
    window.addEventListener('beforeunload', onLeave)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      window.removeEventListener('online', flush)
      window.removeEventListener('pagehide', flush)
      window.removeEventListener('beforeunload', onLeave)
      saving.stop()
      flush()
    }
  }, [saving, isKept])
}
