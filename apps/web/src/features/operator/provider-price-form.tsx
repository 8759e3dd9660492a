import type { Margin, NewProviderPrice } from '@rheos/contract'
import { useState } from 'react'
import { useSetProviderPrice } from '../../api/operator.ts'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { actionText, knownActions } from '../credits/action-text.ts'
import { dateText } from '../when.ts'
import { ConfirmedForm } from './confirmed-form.tsx'
import { microsOfPence, penceText } from './pounds-text.ts'

type Wrong = Partial<Record<'provider' | 'model' | 'from' | 'pence' | 'source', string | undefined>>

export interface ProviderPriceFormProps {
  readonly margin: Margin
  readonly onClose: () => void
}

/** Writes down what a provider takes for one unit from a day on. */
export function ProviderPriceForm({ margin, onClose }: ProviderPriceFormProps) {
  const unpriced = margin.lines.find(({ priced }) => !priced)
  const [provider, setProvider] = useState(unpriced?.provider ?? '')
  const [model, setModel] = useState(unpriced?.model ?? '')
  const [action, setAction] = useState(unpriced?.action ?? 'image.standard')
  const [from, setFrom] = useState(margin.from)
  const [pence, setPence] = useState('')
  const [source, setSource] = useState('')
  const [wrong, setWrong] = useState<Wrong>({})
  const { mutateAsync } = useSetProviderPrice()
  const micros = microsOfPence(pence)

  function check(): boolean {
    const found: Wrong = {
      provider: provider.trim() === '' ? 'Name the provider.' : undefined,
      model: model.trim() === '' ? 'Name the model.' : undefined,
      from: from === '' ? 'Choose a day.' : undefined,
      pence: micros === undefined ? 'Write pence, such as 2.96.' : undefined,
      source: source.trim().length < 3 ? 'Say where you read it.' : undefined,
    }
    setWrong(found)
    return Object.values(found).every((each) => each === undefined)
  }

  return (
    <ConfirmedForm
      title="Set a provider price"
      description="As the provider bills it, in pence. Earlier days keep the price they had."
      check={check}
      effect={() => (
        <>
          From {dateText(`${from}T12:00:00Z`)}, {actionText(action)} by{' '}
          <bdi>
            {provider} {model}
          </bdi>{' '}
          counts as {penceText(micros ?? 0)} for one unit.
        </>
      )}
      confirmLabel={() => `Set ${penceText(micros ?? 0)}`}
      onConfirm={async (pressId) => {
        const price = {
          provider: provider.trim(),
          model: model.trim(),
          action: action as NewProviderPrice['action'],
          effectiveFrom: from,
          micros: micros ?? 0,
          source: source.trim(),
        }
        await mutateAsync({ price, pressId })
        return 'The price is set.'
      }}
      onClose={onClose}
    >
      <Field label="Provider" error={wrong.provider}>
        <Input
          autoComplete="off"
          value={provider}
          onChange={(event) => setProvider(event.currentTarget.value)}
        />
      </Field>
      <Field label="Model" error={wrong.model}>
        <Input
          autoComplete="off"
          value={model}
          onChange={(event) => setModel(event.currentTarget.value)}
        />
      </Field>
      <Field label="Action">
        <Select
          value={action}
          onChange={setAction}
          options={knownActions.map((value) => ({ value, label: actionText(value) }))}
        />
      </Field>
      <div className="grid grid-cols-2 gap-4">
        <Field label="From" error={wrong.from}>
          <Input
            type="date"
            dir="ltr"
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
        </Field>
        <Field label="Pence for one unit" error={wrong.pence}>
          <Input
            inputMode="decimal"
            autoComplete="off"
            value={pence}
            className="tabular-nums"
            onChange={(event) => setPence(event.currentTarget.value)}
          />
        </Field>
      </div>
      <Field label="Source" error={wrong.source} hint="Where you read it, and when.">
        <Input
          maxLength={300}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
      </Field>
    </ConfirmedForm>
  )
}
