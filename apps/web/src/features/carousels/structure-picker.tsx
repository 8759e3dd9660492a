import type { CarouselStructure } from '@rheos/contract'

export interface StructurePickerProps {
  readonly structures: readonly CarouselStructure[]
  readonly value: string
  readonly onChange: (id: string) => void
}

/** Ways through a carousel, each with when it suits. */
export function StructurePicker({ structures, value, onChange }: StructurePickerProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium">Structure</legend>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {structures.map((structure) => (
          <label
            key={structure.id}
            className="flex cursor-pointer flex-col rounded-lg border border-line bg-surface p-4 hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="structure"
              className="sr-only"
              checked={value === structure.id}
              onChange={() => onChange(structure.id)}
            />
            <span className="font-medium">{structure.label}</span>
            <span className="mt-1 grow text-sm text-muted">{structure.whenToUse}</span>
            <span className="mt-3 text-xs text-muted tabular-nums">
              {structure.min} to {structure.max} slides
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
