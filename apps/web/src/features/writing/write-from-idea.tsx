import type { Draft } from '@rheos/contract'
import { Button } from '../../ui/button.tsx'
import { SpendButton } from '../credits/spend-button.tsx'
import { briefOfDraft, ideaOfDraft, textRequestOf } from './brief.ts'
import type { Text } from './use-text.ts'

export interface WriteFromIdeaProps {
  readonly draft: Draft
  readonly writing: Text
  /** Goes on with the idea itself as the draft. */
  readonly onDraft: () => void
}

/** The two ways on from an idea that was kept. */
export function WriteFromIdea({ draft, writing, onDraft }: WriteFromIdeaProps) {
  return (
    <>
      <SpendButton
        action="text.post"
        label="Write it"
        quiet
        disabled={draft.title === '' && draft.body.trim() === ''}
        onSpend={({ quote, pressId }) =>
          writing.start(
            textRequestOf('post', briefOfDraft(draft), quote, ideaOfDraft(draft)),
            pressId,
          )
        }
      />
      <Button onClick={onDraft}>Write it yourself</Button>
    </>
  )
}
