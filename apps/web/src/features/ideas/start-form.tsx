import type { PostType } from '@rheos/contract'
import { useEffect, useRef } from 'react'
import { useBrands } from '../../api/brands.ts'
import { Field } from '../../ui/field.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { FormulaFields } from '../formulas/formula-fields.tsx'
import type { Brief } from '../writing/brief.ts'
import { directionMax } from './direction-max.ts'
import { IntentChips } from './intent-chips.tsx'
import { NetworkChips } from './network-chips.tsx'

/** Videos come when they can be made. */
const types: readonly { readonly value: PostType; readonly label: string }[] = [
  { value: 'text', label: 'Text' },
  { value: 'image', label: 'Image' },
  { value: 'carousel', label: 'Carousel' },
]

export interface StartFormProps {
  readonly brief: Brief
  /** Is told only what was changed: the rest may still be on its way. */
  readonly onChange: (change: Partial<Brief>) => void
}

/** Says what it is about, for whom, where and to what end. */
export function StartForm({ brief, onChange }: StartFormProps) {
  const direction = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    // One can write at once, unless something was opened over the page meanwhile; on a touch screen
    // the keyboard would cover the page.
    const isCovered = Boolean(document.activeElement?.closest('[role="dialog"]'))
    if (!isCovered && matchMedia('(pointer: fine)').matches) direction.current?.focus()
  }, [])
  return (
    <div className="space-y-6">
      <Field label="Direction" hint="A line is enough. Leave it empty to be surprised by ideas.">
        <Textarea
          id="direction"
          ref={direction}
          className="min-h-24"
          limit={directionMax}
          placeholder="We are opening on Sundays from June"
          value={brief.direction}
          onChange={(event) => onChange({ direction: event.target.value })}
        />
      </Field>
      <BrandField brief={brief} onChange={onChange} />
      <NetworkChips value={brief.networks} onChange={(networks) => onChange({ networks })} />
      <SegmentedControl
        label="Type"
        labelShown
        value={brief.type}
        options={types}
        onChange={(type) => onChange({ type })}
      />
      <IntentChips value={brief.intents} onChange={(intents) => onChange({ intents })} />
      <FormulaFields
        intents={brief.intents}
        type={brief.type}
        hook={brief.hook}
        callToAction={brief.callToAction}
        onChange={onChange}
      />
    </div>
  )
}

function BrandField({ brief, onChange }: StartFormProps) {
  const brands = useBrands().data ?? []
  if (brands.length === 0) return null
  return (
    <Field label="Brand">
      <Select
        value={brief.brandId ?? ''}
        options={[
          ...brands.map((brand) => ({ value: brand.id, label: brand.name || 'Unnamed brand' })),
          { value: '', label: 'No brand' },
        ]}
        onChange={(brandId) => onChange({ brandId: brandId === '' ? undefined : brandId })}
      />
    </Field>
  )
}
