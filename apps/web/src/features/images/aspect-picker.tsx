import type { Aspect } from '@rheos/contract'
import { aspectFacts, aspectNames } from './shapes.ts'

const outlines: Readonly<Record<Aspect, string>> = {
  square: 'h-6 w-6',
  portrait: 'h-7 w-[1.4rem]',
  landscape: 'h-[1.125rem] w-8',
}

export interface AspectPickerProps {
  readonly value: Aspect
  readonly onChange: (aspect: Aspect) => void
}

/** The shapes an image can have, drawn, to press. */
export function AspectPicker({ value, onChange }: AspectPickerProps) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">Shape</legend>
      <div className="grid grid-cols-3 gap-2">
        {aspectNames.map((aspect) => (
          <label
            key={aspect}
            className="group flex cursor-pointer flex-col items-center gap-2 rounded-md border border-line bg-surface px-2 pt-3 pb-2 text-center hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="aspect"
              className="sr-only"
              checked={value === aspect}
              onChange={() => onChange(aspect)}
            />
            <span aria-hidden="true" className="flex h-7 items-center">
              <span
                className={`rounded-[3px] border-2 border-line-strong group-has-checked:border-accent ${outlines[aspect]}`}
              />
            </span>
            <span className="text-sm leading-tight">
              {aspectFacts[aspect].label}
              <span className="block text-xs text-muted tabular-nums">
                {aspectFacts[aspect].ratio}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
