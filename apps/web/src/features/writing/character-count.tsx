import type { Platform } from '@rheos/contract'
import { countText } from '../count-text.ts'
import { platformFacts } from './platforms.ts'

export interface CharacterCountProps {
  readonly text: string
  readonly platform: Platform | undefined
}

/** How long the text is, counted as the network counts, and how far past its limit. */
export function CharacterCount({ text, platform }: CharacterCountProps) {
  if (platform === undefined) {
    return <p className="text-sm text-muted tabular-nums">{countText(text.length, 'character')}</p>
  }
  const { label, limit, count } = platformFacts[platform]
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
