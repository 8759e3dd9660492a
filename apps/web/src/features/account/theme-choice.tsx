import { Monitor, Moon, Sun } from 'lucide-react'
import { type ThemeChoice as Choice, useThemeChoice } from '../../theme/theme.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'

const icon = { size: 15, 'aria-hidden': true } as const
const options = [
  { value: 'system', label: 'System', icon: <Monitor {...icon} /> },
  { value: 'light', label: 'Light', icon: <Sun {...icon} /> },
  { value: 'dark', label: 'Dark', icon: <Moon {...icon} /> },
] as const

export function ThemeChoice() {
  const [choice, choose] = useThemeChoice()
  return (
    <SegmentedControl<Choice> label="Theme" value={choice} onChange={choose} options={options} />
  )
}
