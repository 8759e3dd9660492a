import { Field } from '../../ui/field.tsx'
import { TagInput } from '../../ui/tag-input.tsx'
import { AvoidedWords } from './avoided-words.tsx'
import { BrandPart } from './brand-part.tsx'
import { BrandSection } from './brand-section.tsx'
import { quietControl } from './quiet-control.ts'
import type { BrandEditor } from './use-brand-editor.ts'

export function BrandVoice({ view, edit }: BrandEditor) {
  return (
    <BrandSection id="voice" summary={view.tone.join(', ')}>
      <BrandPart label="Tone" brand={view} field="tone">
        <Field label="Tone" labelHidden>
          <TagInput
            className={quietControl}
            placeholder="warm, plain-spoken"
            value={view.tone}
            onChange={(tags) => edit({ tone: [...tags] })}
          />
        </Field>
      </BrandPart>
      <BrandPart
        label="Words to avoid"
        brand={view}
        hint="Checked in every draft, and replaced with one click where there is something to say instead."
      >
        <AvoidedWords
          words={view.avoidedWords}
          onChange={(avoidedWords) => edit({ avoidedWords })}
        />
      </BrandPart>
    </BrandSection>
  )
}
