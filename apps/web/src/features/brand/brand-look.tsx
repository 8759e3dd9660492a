import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { BrandPart } from './brand-part.tsx'
import { BrandSection } from './brand-section.tsx'
import { BrandSpecimen } from './brand-specimen.tsx'
import { ColorFields } from './color-fields.tsx'
import { quietControl } from './quiet-control.ts'
import type { BrandEditor } from './use-brand-editor.ts'

const fontUses = [
  { use: 'heading', label: 'Headings' },
  { use: 'body', label: 'Text' },
] as const

export function BrandLook({ view, edit }: BrandEditor) {
  return (
    <BrandSection title="Look">
      <BrandPart label="Colours" brand={view} field="colors">
        <ColorFields colors={view.colors} onChange={(colors) => edit({ colors })} />
      </BrandPart>
      <BrandPart label="Fonts" brand={view} field="fonts">
        <div className="grid gap-4 sm:grid-cols-2">
          {fontUses.map(({ use, label }) => (
            <Field key={use} label={label}>
              <Input
                className={quietControl}
                maxLength={80}
                placeholder="Name of the typeface"
                style={{ fontFamily: `"${view.fonts[use] ?? ''}", var(--font-sans)` }}
                value={view.fonts[use] ?? ''}
                onChange={(event) => edit({ fonts: { ...view.fonts, [use]: event.target.value } })}
              />
            </Field>
          ))}
        </div>
      </BrandPart>
      <BrandSpecimen brand={view} />
    </BrandSection>
  )
}
