import type { ReactNode } from 'react'
import { useId } from 'react'
import { classNames } from './class-names.ts'

export interface SegmentedOption<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly icon?: ReactNode
}

export interface SegmentedControlProps<Value extends string> {
  readonly label: string
  /** Shows the label above; otherwise it is only read aloud. */
  readonly labelShown?: boolean
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly options: readonly SegmentedOption<Value>[]
  readonly disabled?: boolean
}

/** A choice among few, all of them in sight: radio buttons side by side. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const name = useId()
  return (
    <fieldset disabled={props.disabled} className="min-w-0">
      <legend className={props.labelShown ? 'mb-1.5 text-sm font-medium' : 'sr-only'}>
        {props.label}
      </legend>
      <div className="inline-flex max-w-full rounded-lg bg-sunken p-1">
        {props.options.map((option) => (
          <label
            key={option.value}
            className={classNames(
              'flex h-10 min-w-10 md:h-8 md:min-w-0 cursor-pointer items-center justify-center gap-2 rounded-md px-3 text-sm',
              'font-medium text-muted transition-colors hover:text-ink',
              'has-checked:bg-thumb has-checked:text-ink has-checked:shadow-low',
              'has-focus-visible:outline-2 has-focus-visible:outline-accent has-disabled:cursor-not-allowed',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={props.value === option.value}
              onChange={() => props.onChange(option.value)}
              className="sr-only"
            />
            {option.icon}
            <span className="truncate">{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
