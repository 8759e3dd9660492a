import type { Network } from '@rheos/contract'
import { useState } from 'react'
import { newPressId } from '../../api/press-id.ts'
import { Button } from '../../ui/button.tsx'
import { SpendButton } from '../credits/spend-button.tsx'
import type { Spend } from '../credits/use-spend.ts'
import { networkFacts } from './networks.ts'
import { useVersion } from './use-version.ts'

export interface WriteVersionsProps {
  /** What the networks share. */
  readonly text: string
  readonly networks: readonly Network[]
  readonly brandId?: string | null
  /** Each network's own text as it is done. */
  readonly onVersion: (network: Network, text: string) => void
}

/** Writes the shared text anew for each network, one after another, within what each allows. */
export function WriteVersions({ text, networks, brandId, onVersion }: WriteVersionsProps) {
  const version = useVersion()
  const [at, setAt] = useState<Network>()

  async function writeEach({ quote }: Spend): Promise<void> {
    const each = { ...quote, credits: quote.credits / networks.length }
    const about = brandId ? { brandId } : {}
    try {
      for (const network of networks) {
        setAt(network)
        const press = { quote: each, pressId: newPressId() }
        const written = await version.start({ text, network, ...about }, press)
        // Stopped: those that are done stay.
        if (written === undefined) return
        onVersion(network, written)
      }
    } finally {
      setAt(undefined)
    }
  }

  return (
    <div className="space-y-2">
      <SpendButton
        action="text.post"
        count={networks.length}
        label="Write for each network"
        size="sm"
        variant="secondary"
        quiet
        disabled={text.trim() === '' || networks.length === 0}
        onSpend={writeEach}
      />
      {at !== undefined && (
        <div className="rounded-lg bg-sunken px-4 py-3 text-sm">
          <div className="flex items-center justify-between gap-3">
            <p role="status" className="font-medium">
              Writing for {networkFacts[at].label}
            </p>
            <Button size="sm" variant="ghost" onClick={version.stop}>
              Stop
            </Button>
          </div>
          <p dir="auto" className="mt-2 line-clamp-3 min-h-15 whitespace-pre-wrap text-muted">
            {version.text}
          </p>
        </div>
      )}
    </div>
  )
}
