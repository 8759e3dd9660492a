import { Input } from '../../ui/input.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { BrandPart } from './brand-part.tsx'
import { BrandSection } from './brand-section.tsx'
import { LanguageField } from './language-field.tsx'
import { LogoField } from './logo-field.tsx'
import { NameField } from './name-field.tsx'
import { quietControl } from './quiet-control.ts'
import type { BrandEditor } from './use-brand-editor.ts'

export function BrandBasics({ view, edit }: BrandEditor) {
  return (
    <BrandSection title="Basics">
      <BrandPart label="Logo" brand={view} field="logo">
        <LogoField logo={view.logo} onChange={(logoAssetId) => edit({ logoAssetId })} />
      </BrandPart>
      <BrandPart label="Name" brand={view} field="name" controlId="brand-name">
        <NameField id="brand-name" value={view.name} onChange={(name) => edit({ name })} />
      </BrandPart>
      <BrandPart label="Description" brand={view} field="description" controlId="brand-description">
        <Textarea
          id="brand-description"
          className={quietControl}
          maxLength={1000}
          placeholder="What it does, for whom, in two or three sentences"
          value={view.description}
          onChange={(event) => edit({ description: event.target.value })}
        />
      </BrandPart>
      <BrandPart label="Language" brand={view} field="language">
        <LanguageField value={view.language} onChange={(language) => edit({ language })} />
      </BrandPart>
      <div className="grid gap-2 border-t border-line py-6 md:grid-cols-[11rem_1fr] md:gap-6">
        <label htmlFor="brand-website" className="text-sm font-medium md:pt-2">
          Website
        </label>
        <Input
          id="brand-website"
          className={quietControl}
          inputMode="url"
          dir="ltr"
          maxLength={2000}
          placeholder="example.com"
          value={view.website ?? ''}
          onChange={(event) => edit({ website: event.target.value || null })}
        />
      </div>
    </BrandSection>
  )
}
