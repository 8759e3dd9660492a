import { useBrands } from '../../api/brands.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import type { Brief } from './brief.ts'
import { IntentChips } from './intent-chips.tsx'
import { isNetwork, networkFacts, networkNames } from './networks.ts'

export interface BriefFormProps {
  readonly brief: Brief
  /** Is told only what was changed: the rest may still be on its way. */
  readonly onChange: (change: Partial<Brief>) => void
}

/** Says for whom, where and to what end is written. */
export function BriefForm({ brief, onChange }: BriefFormProps) {
  const brands = useBrands().data ?? []
  return (
    <div className="space-y-6">
      {brands.length > 0 && (
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
      )}
      <Field label="Network">
        <Select
          value={brief.network ?? ''}
          options={[
            { value: '', label: 'Any network' },
            ...networkNames.map((name) => ({ value: name, label: networkFacts[name].label })),
          ]}
          onChange={(network) => onChange({ network: isNetwork(network) ? network : undefined })}
        />
      </Field>
      <IntentChips value={brief.intent} onChange={(intent) => onChange({ intent })} />
      <Field label="Direction" hint="A line is enough. Leave it empty to be surprised by ideas.">
        <Textarea
          id="direction"
          className="min-h-24"
          maxLength={2000}
          placeholder="We are opening on Sundays from June"
          value={brief.direction}
          onChange={(event) => onChange({ direction: event.target.value })}
        />
      </Field>
    </div>
  )
}
