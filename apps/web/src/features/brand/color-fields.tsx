import type { BrandColors } from '@rheos/contract'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { type ColorRole, colorRoles } from './color-roles.ts'
import { colorFrom, contrastHint, readableOn } from './contrast.ts'

export interface ColorFieldsProps {
  readonly colors: BrandColors
  readonly onChange: (colors: BrandColors) => void
}

/** The brand's colours by what they are for, each to be picked or typed, and how well they read. */
export function ColorFields({ colors, onChange }: ColorFieldsProps) {
  function set(role: ColorRole, color: string | undefined): void {
    const { [role]: _, ...others } = colors
    onChange(color === undefined ? others : { ...others, [role]: color })
  }
  return (
    <div>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-5 sm:grid-cols-3 lg:grid-cols-5">
        {colorRoles.map(({ role, label }) => (
          <li key={role}>
            <ColorField label={label} color={colors[role]} onChange={(color) => set(role, color)} />
          </li>
        ))}
      </ul>
      <ContrastNote colors={colors} />
    </div>
  )
}

interface ColorFieldProps {
  readonly label: string
  readonly color: string | undefined
  readonly onChange: (color: string | undefined) => void
}

function ColorField({ label, color, onChange }: ColorFieldProps) {
  return (
    <div className="group">
      <label
        className={`relative flex h-20 w-full cursor-pointer items-end rounded-lg border p-2 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent ${
          color === undefined ? 'border-dashed border-line-strong' : 'border-line'
        }`}
        style={
          color === undefined ? undefined : { backgroundColor: color, color: readableOn(color) }
        }
      >
        <input
          type="color"
          aria-label={`${label} colour`}
          className="absolute inset-0 size-full cursor-pointer opacity-0"
          value={color ?? '#888888'}
          onChange={(event) => onChange(event.target.value)}
        />
        {color === undefined && <Plus aria-hidden="true" className="size-4 text-muted" />}
      </label>
      <p className="mt-2 text-sm">{label}</p>
      <div className="flex items-center gap-1">
        <HexInput label={label} color={color} onChange={onChange} />
        {color !== undefined && (
          <button
            type="button"
            aria-label={`Remove the ${label.toLowerCase()} colour`}
            className="hit-area rounded-sm p-1 text-muted hover:text-ink"
            onClick={() => onChange(undefined)}
          >
            <X aria-hidden="true" className="size-3.5" />
          </button>
        )}
      </div>
    </div>
  )
}

/** Takes a colour as it is typed; what is not yet one is kept in the field and not in the brand. */
function HexInput({ label, color, onChange }: ColorFieldProps) {
  const [typed, setTyped] = useState<string>()
  return (
    <input
      aria-label={`${label} as hex`}
      className="w-full min-w-0 border-b border-transparent bg-transparent py-3 font-mono text-xs md:py-0 text-muted outline-none hover:border-line focus:border-accent"
      placeholder="#"
      spellCheck={false}
      value={typed ?? color ?? ''}
      onChange={(event) => {
        setTyped(event.target.value)
        const read = colorFrom(event.target.value)
        if (read !== undefined && event.target.value.length >= 7) onChange(read)
      }}
      onBlur={() => {
        const read = typed === undefined ? undefined : colorFrom(typed)
        if (read !== undefined && read !== color) onChange(read)
        setTyped(undefined)
      }}
    />
  )
}

const gradeText = {
  aa: 'reads well at every size',
  large: 'reads as a headline only',
  low: 'is hard to read',
} as const

function ContrastNote({ colors }: { readonly colors: BrandColors }) {
  const { background } = colors
  if (background === undefined) return null
  const pairs = (['text', 'primary', 'accent'] as const).flatMap((role) => {
    const color = colors[role]
    return color === undefined ? [] : [{ role, color, ...contrastHint(color, background) }]
  })
  if (pairs.length === 0) return null
  return (
    <ul className="mt-5 space-y-1.5" aria-label="How the colours read on the background">
      {pairs.map(({ role, color, ratio, grade }) => (
        <li key={role} className="flex items-center gap-3 text-sm text-muted">
          <span
            aria-hidden="true"
            className="flex h-6 w-10 shrink-0 items-center justify-center rounded-sm border border-line"
            style={{ backgroundColor: background }}
          >
            <span className="h-1.5 w-5 rounded-full" style={{ backgroundColor: color }} />
          </span>
          <span>
            {role[0]?.toUpperCase()}
            {role.slice(1)} on background {gradeText[grade]}{' '}
            <span className="tabular-nums">({ratio.toFixed(1)} : 1)</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
