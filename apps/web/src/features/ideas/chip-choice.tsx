import { useId } from 'react'
import { Chip } from '../../ui/chip.tsx'

export interface ChipChoiceProps<Value extends string> {
  readonly label: string
  readonly options: readonly Value[]
  readonly labels: Readonly<Record<Value, string>>
  readonly value: readonly Value[]
  /** In the order of `options`, whichever was pressed first. */
  readonly onChange: (value: readonly Value[]) => void
}

/** Several of few, all of them in sight. */
export function ChipChoice<Value extends string>(props: ChipChoiceProps<Value>) {
  const { label, options, labels, value, onChange } = props
  const labelId = useId()
  const toggled = (option: Value) =>
    options.filter((one) => (one === option ? !value.includes(one) : value.includes(one)))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs; these are toggles.
    <div role="group" aria-labelledby={labelId}>
      <p id={labelId} className="mb-1.5 text-sm font-medium">
        {label}
      </p>
      <div className="flex flex-wrap gap-1.5">
        {options.map((option) => (
          <Chip
            key={option}
            selected={value.includes(option)}
            onClick={() => onChange(toggled(option))}
          >
            {labels[option]}
          </Chip>
        ))}
      </div>
    </div>
  )
}
