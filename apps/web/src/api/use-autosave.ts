import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Autosave, type SaveState } from './autosave.ts'

export interface Saving<Change> {
  readonly state: SaveState
  readonly error: unknown
  readonly change: (change: Change) => void
  readonly flush: () => Promise<void>
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
  const [autosave] = useState(() => new Autosave<Change>((change) => latest.current(change)))
  const state = useSyncExternalStore(autosave.subscribe, () => autosave.state)
  useEffect(() => {
    const onHide = (): void => void autosave.flush()
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (autosave.hasUnsaved) event.preventDefault()
    }
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('beforeunload', onLeave)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('beforeunload', onLeave)
      void autosave.flush()
    }
  }, [autosave])
  return {
    state,
    error: autosave.error,
    change: (change) => autosave.change(change),
    flush: () => autosave.flush(),
    drop: () => autosave.drop(),
  }
}
