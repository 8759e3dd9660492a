import type { Brand } from '@rheos/contract'
import { useState } from 'react'
import { Field } from '../../ui/field.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { toast } from '../../ui/toast.ts'
import { BrandCheckPanel, type BrandFix } from '../brand-check/brand-check-panel.tsx'
import { countText } from '../count-text.ts'
import { BrandSection } from './brand-section.tsx'

/** Any text held against the brand; nothing of it is kept. */
export function TryAText({ brand }: { readonly brand: Brand }) {
  const [text, setText] = useState('')

  function fix({ text: fixed, label }: BrandFix): void {
    const before = text
    setText(fixed)
    toast({
      id: 'brand-fix',
      title: label,
      action: { label: 'Undo', onPress: () => setText(before) },
    })
  }

  return (
    <BrandSection
      id="try"
      hint="Put in a text to see how well it fits, and why. Free, and nothing of it is kept."
    >
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Field
          className="lg:sticky lg:top-8"
          label="Text to try"
          aside={countText(text.length, 'character')}
        >
          <Textarea
            className="min-h-40"
            limit={50_000}
            placeholder="Paste a post that you are not sure of"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <BrandCheckPanel brandId={brand.id} text={text} onFix={fix} />
      </div>
    </BrandSection>
  )
}
