import { SaveMark } from '../save-mark.tsx'
import { BrandSection } from './brand-section.tsx'
import { IdentityEditor } from './identity-editor.tsx'
import { OriginMark } from './origin-mark.tsx'
import type { BrandEditor } from './use-brand-editor.ts'

/** The document that everything written for the brand reads first. */
export function BrandIdentity({ view, edit, saving }: BrandEditor) {
  return (
    <BrandSection
      id="identity"
      summary={view.identity === '' ? 'not written yet' : ''}
      hint="Read before everything that is written for this brand. Lines such as “Don’t say: cheap” are checked."
      actions={<OriginMark brand={view} field="identity" />}
    >
      <IdentityEditor
        name={view.name}
        value={view.identity}
        status={<SaveMark saving={saving} />}
        onChange={(identity) => edit({ identity })}
      />
    </BrandSection>
  )
}
