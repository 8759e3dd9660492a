import type { Intent } from '@rheos/contract'
import { intentLabels, intentNames } from '../writing/networks.ts'
import { ChipChoice } from './chip-choice.tsx'

export interface IntentChipsProps {
  readonly value: readonly Intent[]
  readonly onChange: (intents: readonly Intent[]) => void
}

/** What the post is to do: any of eight, or whatever fits. */
export function IntentChips({ value, onChange }: IntentChipsProps) {
  return (
    <ChipChoice
      label="Intent"
      options={intentNames}
      labels={intentLabels}
      value={value}
      onChange={onChange}
    />
  )
}
