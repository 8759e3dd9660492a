import { Field } from '../../ui/field.tsx'
import { TagInput } from '../../ui/tag-input.tsx'
import { BrandPart } from './brand-part.tsx'
import { BrandSection } from './brand-section.tsx'
import { IdentityEditor } from './identity-editor.tsx'
import { quietControl } from './quiet-control.ts'
import type { BrandEditor } from './use-brand-editor.ts'

const parts = [
  { field: 'tone', label: 'Tone', placeholder: 'warm, plain-spoken' },
  { field: 'audience', label: 'Audience', placeholder: 'home brewers' },
  { field: 'themes', label: 'Themes', placeholder: 'behind the scenes' },
] as const

export function BrandVoice({ view, edit }: BrandEditor) {
  return (
    <BrandSection title="Voice">
      {parts.map(({ field, label, placeholder }) => (
        <BrandPart key={field} label={label} brand={view} field={field}>
          <Field label={label} labelHidden>
            <TagInput
              className={quietControl}
              placeholder={placeholder}
              value={view[field]}
              onChange={(tags) => edit({ [field]: [...tags] })}
            />
          </Field>
        </BrandPart>
      ))}
      <BrandPart
        label="Identity document"
        brand={view}
        field="identity"
        hint="Read before everything that is written for this brand."
      >
        <IdentityEditor value={view.identity} onChange={(identity) => edit({ identity })} />
      </BrandPart>
    </BrandSection>
  )
}
