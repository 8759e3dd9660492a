import { Check, CloudOff, TriangleAlert } from 'lucide-react'
import { problemFrom } from '../../api/api-error.ts'
import type { PostDraft } from './post-draft.ts'
import { useOfDraft } from './use-post-draft.ts'

const icon = { size: 14, 'aria-hidden': true, className: 'shrink-0' } as const

/** Whether what is on the page is also kept, and where; says what to do when it is not. */
export function SaveStateMark({ draft }: { readonly draft: PostDraft }) {
  const state = useOfDraft(draft, (view) => view.state)
  const error = useOfDraft(draft, (view) => view.error)
  if (state === 'failed') {
    return (
      <span role="alert" className="inline-flex flex-wrap items-center gap-x-1.5 text-danger">
        <TriangleAlert {...icon} />
        Could not be saved. {problemFrom(error).detail}
        <button
          type="button"
          className="hit-area font-medium underline underline-offset-2"
          onClick={() => void draft.flush()}
        >
          Retry
        </button>
      </span>
    )
  }
  return (
    <span role="status" className="inline-flex items-center gap-1.5 whitespace-normal">
      {state === 'saved' && <Check {...icon} />}
      {state === 'offline' && <CloudOff {...icon} />}
      {words[state]}
    </span>
  )
}

const words = {
  clean: '',
  saving: 'Saving',
  saved: 'Saved',
  offline: 'Offline: kept on this device, will be sent',
  too_long: 'Kept on this device: a text is too long to be saved',
  conflict: 'Kept on this device until you choose',
} as const
