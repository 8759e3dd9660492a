import type { DesignLayout, DesignLayouts } from '@rheos/contract'
import { useWorkspace } from '../../api/account.ts'
import { thumbnailUrl } from '../../api/designs.ts'
import type { Look } from './look-fields.tsx'

export interface LayoutPickerProps {
  readonly layouts: DesignLayouts['layouts']
  readonly brandId: string | undefined
  readonly look: Look
  readonly value: DesignLayout
  readonly onChange: (layout: DesignLayout) => void
}

/** Layouts to choose from, each painted in the look that was chosen. */
export function LayoutPicker({ layouts, brandId, look, value, onChange }: LayoutPickerProps) {
  const { id } = useWorkspace()
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium">Layout</legend>
      <div className="grid grid-cols-3 gap-2 sm:grid-cols-4">
        {layouts.map((layout) => (
          <label
            key={layout.id}
            className="group cursor-pointer rounded-md border border-line p-1 hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="layout"
              className="sr-only"
              checked={value === layout.id}
              onChange={() => onChange(layout.id)}
            />
            <img
              alt=""
              loading="lazy"
              width={160}
              height={160}
              src={thumbnailUrl(id, layout.id, { brandId, palette: look.palette, font: look.font })}
              className="skeleton aspect-square w-full rounded-sm"
            />
            <span className="mt-1 block truncate px-0.5 text-xs">{layout.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
