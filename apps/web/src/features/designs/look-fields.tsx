import type { DesignAspect, DesignFont, DesignLook, DesignPalette } from '@rheos/contract'
import { useDesignLayouts, useDesignLook } from '../../api/designs.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'

export interface Look {
  readonly aspect: DesignAspect
  readonly palette: DesignPalette
  readonly font: DesignFont
  readonly withLogo: boolean
}

export interface LookFieldsProps {
  readonly brandId: string | undefined
  readonly look: Look
  readonly onChange: (change: Partial<Look>) => void
}

/** Size, colours, typeface and signature of a design. */
export function LookFields({ brandId, look, onChange }: LookFieldsProps) {
  const aspects = useDesignLayouts().data?.aspects ?? []
  const choices = useDesignLook(brandId).data
  return (
    <div className="space-y-5">
      <Palettes look={choices} value={look.palette} onChange={(palette) => onChange({ palette })} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="Size">
          <Select
            value={look.aspect}
            options={aspects.map(({ id, label, width, height }) => ({
              value: id,
              label: `${label} · ${width} × ${height}`,
            }))}
            onChange={(aspect) => onChange({ aspect })}
          />
        </Field>
        <Field label="Typeface">
          <Select
            value={look.font}
            options={(choices?.fonts ?? []).map(({ id, label }) => ({ value: id, label }))}
            onChange={(font) => onChange({ font })}
          />
        </Field>
      </div>
      <Switch
        label="Sign it with the logo or name"
        checked={look.withLogo}
        onChange={(withLogo) => onChange({ withLogo })}
      />
    </div>
  )
}

function Palettes(props: {
  readonly look: DesignLook | undefined
  readonly value: DesignPalette
  readonly onChange: (palette: DesignPalette) => void
}) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">Colours</legend>
      <div className="flex min-h-12 flex-wrap gap-2">
        {props.look?.palettes.map(({ id, label, ground, text, accent, panel }) => (
          <label
            key={id}
            title={label}
            className="cursor-pointer rounded-full border border-line p-0.5 has-checked:border-accent has-checked:outline-2 has-checked:outline-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="palette"
              className="sr-only"
              checked={props.value === id}
              onChange={() => props.onChange(id)}
            />
            <span className="sr-only">{label}</span>
            <svg aria-hidden="true" viewBox="0 0 40 40" className="block size-10 rounded-full">
              <circle cx="20" cy="20" r="20" fill={ground} />
              <path d="M20 0a20 20 0 0 1 0 40z" fill={panel} />
              <circle cx="13" cy="20" r="5" fill={text} />
              <circle cx="13" cy="20" r="2.4" fill={accent} />
            </svg>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
