import type { Intent } from '@rheos/contract'
import { useId } from 'react'
import { Chip } from '../../ui/chip.tsx'
import { intentLabels, intentNames } from './networks.ts'

export interface IntentChipsProps {
  readonly value: Intent | undefined
  readonly onChange: (intent: Intent | undefined) => void
}

/** What the post is for: one of eight, or whatever fits. Pressing the chosen one lets go of it. */
export function IntentChips({ value, onChange }: IntentChipsProps) {
  const labelId = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs; these are toggles.
    <div role="group" aria-labelledby={labelId}>
      <p id={labelId} className="mb-1.5 text-sm font-medium">
        Intent
      </p>
      <div className="flex flex-wrap gap-1.5">
        {intentNames.map((intent) => (
          <Chip
            key={intent}
            selected={value === intent}
            onClick={() => onChange(value === intent ? undefined : intent)}
          >
            {intentLabels[intent]}
          </Chip>
        ))}
      </div>
    </div>
  )
}
