import { Input } from '../../ui/input.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { BrandPart } from './brand-part.tsx'
import { BrandSection } from './brand-section.tsx'
import { LanguageField } from './language-field.tsx'
import { NameField } from './name-field.tsx'
import { quietControl } from './quiet-control.ts'
import type { BrandEditor } from './use-brand-editor.ts'

export function BrandBasics({ view, edit }: BrandEditor) {
  return (
    <BrandSection id="basics">
      <BrandPart label="Name" brand={view} field="name" controlId="brand-name">
        <NameField id="brand-name" value={view.name} onChange={(name) => edit({ name })} />
      </BrandPart>
      <BrandPart label="Description" brand={view} field="description" controlId="brand-description">
        <Textarea
          id="brand-description"
          className={quietControl}
          limit={1000}
          placeholder={
            view.kind === 'personal'
              ? 'Who you are and what you do, in two or three sentences'
              : 'What it does, for whom, in two or three sentences'
          }
          value={view.description}
          onChange={(event) => edit({ description: event.target.value })}
        />
      </BrandPart>
      <BrandPart label="Language" brand={view} field="language">
        <LanguageField value={view.language} onChange={(language) => edit({ language })} />
      </BrandPart>
      <BrandPart label="Website" brand={view} controlId="brand-website">
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
      </BrandPart>
    </BrandSection>
  )
}
