import { Select as BaseSelect } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { controlClass } from './control-class.ts'
import { useFieldControl } from './field-context.ts'
import { popupClass, popupItemClass } from './popup-class.ts'

export interface SelectOption<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly icon?: ReactNode
}

export interface SelectProps<Value extends string> {
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly options: readonly SelectOption<Value>[]
  /** Needed where no {@link Field} gives it a label. */
  readonly label?: string
  readonly disabled?: boolean
  readonly className?: string
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { value, onChange, options, label, disabled = false, className } = props
  return (
    <BaseSelect.Root
      items={options}
      value={value}
      disabled={disabled}
      onValueChange={(next) => {
        if (next !== null) onChange(next)
      }}
    >
      <BaseSelect.Trigger
        {...useFieldControl()}
        aria-label={label}
        className={classNames(
          controlClass,
          'flex h-10 items-center justify-between gap-2 text-start text-sm',
          className,
        )}
      >
        <BaseSelect.Value className="truncate" />
        <BaseSelect.Icon className="text-muted">
          <ChevronDown size={16} aria-hidden="true" />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <BaseSelect.Popup
            className={classNames(
              popupClass,
              'max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto',
            )}
          >
            {options.map((option) => (
              <BaseSelect.Item key={option.value} value={option.value} className={popupItemClass}>
                {option.icon}
                <BaseSelect.ItemText className="grow">{option.label}</BaseSelect.ItemText>
                <BaseSelect.ItemIndicator className="text-accent-ink">
                  <Check size={16} aria-hidden="true" />
                </BaseSelect.ItemIndicator>
              </BaseSelect.Item>
            ))}
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  )
}
