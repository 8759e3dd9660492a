import type {
  Asset,
  Design,
  DesignAspect,
  DesignField,
  DesignLayout,
  DesignLayouts,
  DesignText,
} from '@rheos/contract'
import { type FormEvent, useState } from 'react'
import { problemFrom } from '../../api/api-error.ts'
import { useCreateDesign, useDesignLayouts } from '../../api/designs.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { tooLong } from '../../ui/over-limit.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { BackgroundField } from './background-field.tsx'
import { LayoutPicker } from './layout-picker.tsx'
import { type Look, LookFields } from './look-fields.tsx'
import { PaintedPicture } from './painted-picture.tsx'

export interface DesignPanelProps {
  readonly brandId: string | undefined
  /** What it is to say first. */
  readonly text?: string
  readonly aspect?: DesignAspect
  /** A design to begin with, and the picture of it. */
  readonly design?: Design
  readonly parentId?: string
  readonly onMade: (asset: Asset) => void
}

/** Sets text on the brand's colours: free, and seen while one writes. */
export function DesignPanel(props: DesignPanelProps) {
  const layouts = useDesignLayouts()
  if (layouts.data !== undefined) return <DesignForm {...props} known={layouts.data} />
  if (layouts.isError)
    return <ErrorNotice error={layouts.error} onRetry={() => void layouts.refetch()} />
  return <Skeleton className="h-96 w-full rounded-xl" />
}

const noText: DesignText = { label: '', title: '', body: '', second: '', note: '' }
const titleMax = 300

function DesignForm(props: DesignPanelProps & { readonly known: DesignLayouts }) {
  const { brandId, known, onMade, design, parentId } = props
  const [layout, setLayout] = useState<DesignLayout>(design?.layout ?? 'statement')
  const [look, setLook] = useState<Look>(() => design ?? { ...firstLook, ...aspectOf(props) })
  const [text, setText] = useState<DesignText>(
    () => design?.text ?? { ...noText, title: (props.text ?? '').slice(0, titleMax) },
  )
  const [backgroundId, setBackgroundId] = useState(design?.backgroundId ?? null)
  const create = useCreateDesign()
  const fields = known.layouts.find(({ id }) => id === layout)?.fields ?? []
  const size = known.aspects.find(({ id }) => id === look.aspect) ?? { width: 1, height: 1 }
  const asked = { brandId: brandId ?? null, layout, ...pick(look), text, backgroundId }
  const obstacle = fields
    .map(({ name, label, max }) => tooLong(label.toLowerCase(), text[name], max))
    .find(Boolean)
  const isEmpty = fields.every(({ name }) => text[name].trim() === '')

  async function keep(event: FormEvent): Promise<void> {
    event.preventDefault()
    const made = await create
      .mutateAsync({ ...asked, ...(parentId !== undefined && { parentId }) })
      .catch(() => undefined)
    if (made !== undefined) onMade(made)
  }

  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
      onSubmit={(event) => void keep(event)}
    >
      <div className="md:sticky md:top-6">
        <PaintedPicture
          path="designs/preview"
          body={{ ...asked, text: isEmpty ? exampleOf(fields) : text, width: 720 }}
          alt={isEmpty ? 'Example of the design' : 'The design'}
          width={size.width}
          height={size.height}
          className="mx-auto max-w-md overflow-hidden rounded-lg border border-line"
        />
      </div>
      <div className="min-w-0 space-y-6">
        <div className="space-y-4">
          {fields.map((field) => (
            <TextField
              key={field.name}
              field={field}
              value={text[field.name]}
              onChange={(value) => setText((known) => ({ ...known, [field.name]: value }))}
            />
          ))}
        </div>
        <BackgroundField value={backgroundId} behind="the words" onChange={setBackgroundId} />
        <LayoutPicker
          layouts={known.layouts.filter(({ use }) => use === 'design')}
          {...{ brandId, look }}
          value={layout}
          onChange={setLayout}
        />
        <LookFields
          {...{ brandId, look }}
          onChange={(change) => setLook((known) => ({ ...known, ...change }))}
        />
        <div>
          <Button
            type="submit"
            variant="primary"
            price="free"
            loading={create.isPending}
            disabled={isEmpty || obstacle !== undefined}
          >
            Save design
          </Button>
          <p role="alert" className="mt-2 min-h-5 text-sm text-danger">
            {obstacle ?? (create.isError ? problemFrom(create.error).detail : '')}
          </p>
        </div>
      </div>
    </form>
  )
}

const firstLook: Look = { aspect: 'square', palette: 'paper', font: 'brand', withLogo: true }

function aspectOf({ aspect }: Pick<DesignPanelProps, 'aspect'>): Partial<Look> {
  return aspect === undefined ? {} : { aspect }
}

function pick({ aspect, palette, font, withLogo }: Look): Look {
  return { aspect, palette, font, withLogo }
}

/** Nothing written yet: the layout shows itself with words of its own. */
function exampleOf(fields: readonly DesignField[]): DesignText {
  return { ...noText, ...Object.fromEntries(fields.map(({ name, example }) => [name, example])) }
}

function TextField(props: {
  readonly field: DesignField
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const { field, value, onChange } = props
  const common = {
    value,
    placeholder: field.example.replaceAll('\n', ' · '),
    onChange: (event: { readonly target: { readonly value: string } }) =>
      onChange(event.target.value),
  }
  return (
    <Field label={field.label}>
      {field.isLong ? (
        <Textarea rows={2} limit={field.max} {...common} />
      ) : (
        <Input maxLength={field.max} {...common} />
      )}
    </Field>
  )
}
