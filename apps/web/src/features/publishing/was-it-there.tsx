import type { Delivery } from '@rheos/contract'
import { useState } from 'react'
import type { DeliveryChange } from '../../api/publishing.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { networkFacts } from '../writing/networks.ts'

export interface WasItThereProps {
  readonly delivery: Delivery
  readonly pending: boolean
  readonly onAnswer: (answer: DeliveryChange) => void
}

/** Asks what only a person can see: whether a post whose answer was lost is out. */
export function WasItThere({ delivery, pending, onAnswer }: WasItThereProps) {
  const [url, setUrl] = useState('')
  const name = networkFacts[delivery.network].label
  const address = url.trim()
  return (
    <div className="mt-3 max-w-prose rounded-lg bg-sunken p-4">
      <p className="text-sm font-medium">
        Look at <bdi>{delivery.account.name}</bdi> on {name}: is the post there?
      </p>
      <Field label="Its address, if you like" className="mt-3">
        <Input
          type="url"
          value={url}
          placeholder="https://"
          onChange={({ target }) => setUrl(target.value)}
        />
      </Field>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button
          size="sm"
          loading={pending}
          onClick={() =>
            onAnswer({ kind: 'answer', isThere: true, ...(address !== '' && { url: address }) })
          }
        >
          Yes, it is there
        </Button>
        <Button
          size="sm"
          loading={pending}
          onClick={() => onAnswer({ kind: 'answer', isThere: false })}
        >
          No, publish it
        </Button>
      </div>
    </div>
  )
}
