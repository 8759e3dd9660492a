import { BrandSection } from './brand-section.tsx'
import { NamedLines } from './named-lines.tsx'
import { OriginMark } from './origin-mark.tsx'
import type { BrandEditor } from './use-brand-editor.ts'

/** Whom the brand speaks to. */
export function BrandAudiences({ view, edit }: BrandEditor) {
  return (
    <BrandSection
      id="audiences"
      summary={view.audience.join(', ')}
      hint="Whom you speak to, and in a line what they want."
      actions={<OriginMark brand={view} field="audience" />}
    >
      <NamedLines
        one="audience"
        namePlaceholder="Home brewers"
        linePlaceholder="What they want from you"
        names={view.audience}
        lines={view.lines.audience}
        onChange={({ names, lines }) =>
          edit({ audience: [...names], lines: { ...view.lines, audience: { ...lines } } })
        }
      />
    </BrandSection>
  )
}

/** What the brand speaks about. */
export function BrandThemes({ view, edit }: BrandEditor) {
  return (
    <BrandSection
      id="themes"
      summary={view.themes.join(', ')}
      hint="What you come back to. Ideas are taken from these, and the brand check looks for them."
      actions={<OriginMark brand={view} field="themes" />}
    >
      <NamedLines
        one="theme"
        namePlaceholder="Behind the scenes"
        linePlaceholder="What belongs to it"
        names={view.themes}
        lines={view.lines.themes}
        onChange={({ names, lines }) =>
          edit({ themes: [...names], lines: { ...view.lines, themes: { ...lines } } })
        }
      />
    </BrandSection>
  )
}
