import { Check } from 'lucide-react'
import { problemFrom } from '../api/api-error.ts'
import type { SaveState } from '../api/autosave.ts'

interface Saved {
  readonly state: SaveState
  readonly error: unknown
  readonly flush: () => Promise<void>
}

const text = {
  clean: '',
  waiting: 'Saving',
  saving: 'Saving',
  saved: 'Saved',
  offline: 'Offline: will be saved when the connection is back',
} as const

/** Whether what is on the page is also kept: said quietly, and with the way on when it is not. */
export function SaveMark({ saving }: { readonly saving: Saved }) {
  if (saving.state === 'failed') {
    return (
      <span role="alert" className="text-sm text-danger">
        Not saved. {problemFrom(saving.error).detail}{' '}
        <button
          type="button"
          className="underline underline-offset-2"
          onClick={() => void saving.flush()}
        >
          Save again
        </button>
      </span>
    )
  }
  return (
    <span role="status" className="inline-flex items-center gap-1 text-sm text-muted">
      {saving.state === 'saved' && <Check aria-hidden="true" className="size-3.5" />}
      {text[saving.state]}
    </span>
  )
}
