import type { Network } from '@rheos/contract'
import { countText } from '../count-text.ts'
import { networkFacts } from './networks.ts'

export interface CharacterCountProps {
  readonly text: string
  readonly network: Network | undefined
}

/** How long the text is, counted as the network counts, and how far past its limit. */
export function CharacterCount({ text, network }: CharacterCountProps) {
  if (network === undefined) {
    return <p className="text-sm text-muted tabular-nums">{countText(text.length, 'character')}</p>
  }
  const { label, limit, count } = networkFacts[network]
  const length = count(text)
  const over = length - limit
  return (
    <p className={`text-sm tabular-nums ${over > 0 ? 'text-danger' : 'text-muted'}`}>
      {length.toLocaleString('en-GB')} / {limit.toLocaleString('en-GB')}
      <span role="status">
        {over > 0 && ` · ${over.toLocaleString('en-GB')} too many for ${label}`}
      </span>
    </p>
  )
}
