import type { Network } from '@rheos/contract'
import { networkFacts, networkNames } from '../writing/networks.ts'
import { ChipChoice } from './chip-choice.tsx'

const labels = Object.fromEntries(
  networkNames.map((name) => [name, networkFacts[name].label]),
) as Record<Network, string>

export interface NetworkChipsProps {
  readonly value: readonly Network[]
  readonly onChange: (networks: readonly Network[]) => void
}

/** Where the post is to go: any of ten, or nowhere yet. */
export function NetworkChips({ value, onChange }: NetworkChipsProps) {
  return (
    <ChipChoice
      label="Networks"
      options={networkNames}
      labels={labels}
      value={value}
      onChange={onChange}
    />
  )
}
