import { BrandPart } from './brand-part.tsx'
import { BrandSection } from './brand-section.tsx'
import { BrandSpecimen } from './brand-specimen.tsx'
import { ColorFields } from './color-fields.tsx'
import { FontField } from './font-field.tsx'
import { LogoFields } from './logo-fields.tsx'
import type { BrandEditor } from './use-brand-editor.ts'

export function BrandLook({ view, edit }: BrandEditor) {
  return (
    <BrandSection id="look">
      <BrandPart label="Logos" brand={view} field="logo">
        <LogoFields view={view} edit={edit} />
      </BrandPart>
      <BrandPart label="Colours" brand={view} field="colors">
        <ColorFields colors={view.colors} onChange={(colors) => edit({ colors })} />
      </BrandPart>
      <BrandPart label="Fonts" brand={view} field="fonts">
        <div className="grid gap-4 sm:grid-cols-2">
          <FontField
            large
            label="Headings"
            value={view.fonts.heading ?? ''}
            sample={view.name}
            onChange={(heading) => edit({ fonts: { ...view.fonts, heading } })}
          />
          <FontField
            label="Text"
            value={view.fonts.body ?? ''}
            sample={view.description || view.name}
            onChange={(body) => edit({ fonts: { ...view.fonts, body } })}
          />
        </div>
      </BrandPart>
      <BrandSpecimen brand={view} />
    </BrandSection>
  )
}
