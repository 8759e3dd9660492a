import { useState } from 'react'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { SpendButton } from '../credits/spend-button.tsx'
import type { Spend } from '../credits/use-spend.ts'
import { type Reading, useStartReading } from './use-start-reading.ts'

export interface ImportStartProps {
  /** The brand to fill; without one a brand is made of what is found. */
  readonly brandId?: string
  readonly initialUrl?: string
  readonly label?: string
  readonly onStarted: (reading: Reading) => void
}

/** Asks for the address of a website and has it read. */
export function ImportStart(props: ImportStartProps) {
  const { brandId, initialUrl = '', label = 'Read website', onStarted } = props
  const [url, setUrl] = useState(initialUrl)
  const start = useStartReading(brandId)

  async function spend({ quote, pressId }: Spend): Promise<void> {
    onStarted(await start({ url: url.trim(), quote, pressId }))
  }

  return (
    <form className="space-y-4" onSubmit={(event) => event.preventDefault()}>
      <Field label="Address of the website">
        <Input
          type="text"
          inputMode="url"
          autoComplete="url"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          placeholder="example.com"
          value={url}
          onChange={(event) => setUrl(event.target.value)}
        />
      </Field>
      <SpendButton
        action="website.import"
        label={label}
        type="submit"
        disabled={url.trim() === ''}
        onSpend={spend}
      />
    </form>
  )
}
