import { Switch as BaseSwitch } from '@base-ui/react/switch'
import type { ReactNode } from 'react'

export interface SwitchProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
}

export function Switch({ label, hint, checked, onChange, disabled = false }: SwitchProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch inside brings the input it labels.
    <label className="flex min-h-10 cursor-pointer items-center justify-between gap-4 md:min-h-0">
      <span className="text-sm">
        <span className="font-medium">{label}</span>
        {hint !== undefined && <span className="block text-muted">{hint}</span>}
      </span>
      <BaseSwitch.Root
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onChange(next)}
        className="flex h-6 w-10 shrink-0 rounded-full bg-line-strong p-0.5 transition-colors data-checked:bg-accent data-disabled:opacity-50"
      >
        <BaseSwitch.Thumb className="size-5 rounded-full bg-surface shadow-low transition-transform data-checked:translate-x-4" />
      </BaseSwitch.Root>
    </label>
  )
}
