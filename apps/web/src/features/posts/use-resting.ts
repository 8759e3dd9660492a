import { useEffect, useState } from 'react'
import type { DraftView, PostDraft } from './post-draft.ts'

const restMs = 200

/**
 * A part of the draft as it was when the keys last rested: for what takes longer to work out than
 * there is between two keys.
 */
export function useResting<Part>(draft: PostDraft, read: (view: DraftView) => Part): Part {
  const [value, setValue] = useState(() => read(draft.view))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => setValue(() => read(draft.view))
    const stop = draft.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(look, restMs)
    })
    look()
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [draft, read])
  return value
}
