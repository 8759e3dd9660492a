import type { Network } from '@rheos/contract'
import { useCallback } from 'react'
import { NetworkCounter } from '../preflight/network-counter.tsx'
import { CharacterCount } from '../writing/character-count.tsx'
import type { DraftView, PostDraft } from './post-draft.ts'
import { commentFor, textParts } from './post-for-network.ts'
import { useResting } from './use-resting.ts'

export interface TextCountProps {
  readonly draft: PostDraft
  readonly network: Network | undefined
  /** Of a thread, where 0 is the text itself; or the comment under it. */
  readonly part?: number | 'comment'
}

/** How long a text is, counted as its network counts; worked out when the keys rest. */
export function TextCount({ draft, network, part = 0 }: TextCountProps) {
  const read = useCallback(
    ({ post }: DraftView) =>
      (part === 'comment' ? commentFor(post, network) : textParts(post, network)[part]) ?? '',
    [network, part],
  )
  const text = useResting(draft, read)
  return (
    <div className="mt-1">
      {network === undefined ? (
        <CharacterCount text={text} />
      ) : (
        <NetworkCounter
          text={text}
          network={network}
          of={part === 'comment' ? 'comment' : 'text'}
        />
      )}
    </div>
  )
}
