import type { DesignLayout, Slide } from '@rheos/contract'
import { Copy, Trash2 } from 'lucide-react'
import { useDesignLayouts } from '../../api/designs.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { BackgroundField } from '../designs/background-field.tsx'

export interface SlideFieldsProps {
  readonly slide: Slide
  readonly onChange: (change: Partial<Slide>) => void
  readonly onDuplicate: (() => void) | undefined
  readonly onDelete: (() => void) | undefined
}

const automatic = 'automatic'

/** What one slide says, and how it is laid out. */
export function SlideFields({ slide, onChange, onDuplicate, onDelete }: SlideFieldsProps) {
  const layouts = useDesignLayouts().data?.layouts ?? []
  return (
    <div className="space-y-4">
      <Field label="Heading">
        <Textarea
          rows={1}
          limit={300}
          value={slide.heading}
          onChange={(event) => onChange({ heading: event.target.value })}
        />
      </Field>
      <Field label="Text">
        <Textarea
          rows={3}
          limit={1200}
          value={slide.body}
          onChange={(event) => onChange({ body: event.target.value })}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Label">
          <Input
            maxLength={120}
            value={slide.label}
            onChange={(event) => onChange({ label: event.target.value })}
          />
        </Field>
        <Field label="Small line">
          <Input
            maxLength={120}
            value={slide.note}
            onChange={(event) => onChange({ note: event.target.value })}
          />
        </Field>
      </div>
      <Field label="Layout">
        <Select<DesignLayout | typeof automatic>
          value={slide.layout ?? automatic}
          options={[
            { value: automatic, label: 'What suits it' },
            ...layouts.map(({ id, label }) => ({ value: id, label })),
          ]}
          onChange={(layout) => onChange({ layout: layout === automatic ? null : layout })}
        />
      </Field>
      <BackgroundField
        value={slide.backgroundId}
        behind="the slide"
        onChange={(backgroundId) => onChange({ backgroundId })}
      />
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          icon={<Copy size={16} aria-hidden="true" />}
          disabled={onDuplicate === undefined}
          onClick={onDuplicate}
        >
          Duplicate
        </Button>
        <Button
          size="sm"
          variant="ghost"
          icon={<Trash2 size={16} aria-hidden="true" />}
          disabled={onDelete === undefined}
          onClick={onDelete}
        >
          Delete slide
        </Button>
      </div>
    </div>
  )
}
