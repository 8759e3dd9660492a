import type { Network } from '@rheos/contract'
import { useCallback } from 'react'
import { NetworkCounter } from '../preflight/network-counter.tsx'
import { CharacterCount } from '../writing/character-count.tsx'
import type { DraftView, PostDraft } from './post-draft.ts'
import { textParts } from './post-for-network.ts'
import { useResting } from './use-resting.ts'

export interface TextCountProps {
  readonly draft: PostDraft
  readonly network: Network | undefined
  /** Of a thread; 0 is the text itself. */
  readonly part?: number
}

/** How long a text is, counted as its network counts; worked out when the keys rest. */
export function TextCount({ draft, network, part = 0 }: TextCountProps) {
  const read = useCallback(
    ({ post }: DraftView) => textParts(post, network)[part] ?? '',
    [network, part],
  )
  const text = useResting(draft, read)
  return (
    <div className="mt-1">
      {network === undefined ? (
        <CharacterCount text={text} />
      ) : (
        <NetworkCounter text={text} network={network} />
      )}
    </div>
  )
}
