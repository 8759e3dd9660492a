import { Copy, Ellipsis, Eraser } from 'lucide-react'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { type Weekday, weekdayNames, weekdays } from './week-times.ts'

export interface CopyTimesMenuProps {
  readonly weekday: Weekday
  readonly hasTimes: boolean
  /** To these other days. */
  readonly onCopy: (days: readonly Weekday[]) => void
  readonly onClear: () => void
}

const workingDays: readonly Weekday[] = [1, 2, 3, 4, 5]

/** What can be done with a day as a whole. */
export function CopyTimesMenu({ weekday, hasTimes, onCopy, onClear }: CopyTimesMenuProps) {
  const others = weekdays.filter((day) => day !== weekday)
  const working = workingDays.filter((day) => day !== weekday)
  const copy = <Copy size={16} aria-hidden="true" className="text-muted" />
  return (
    <Menu
      trigger={
        <IconButton
          size="sm"
          label={`More for ${weekdayNames[weekday]}`}
          icon={<Ellipsis size={18} aria-hidden="true" />}
        />
      }
    >
      <MenuItem icon={copy} disabled={!hasTimes} onSelect={() => onCopy(others)}>
        Copy to every day
      </MenuItem>
      <MenuItem icon={copy} disabled={!hasTimes} onSelect={() => onCopy(working)}>
        Copy to Monday to Friday
      </MenuItem>
      <MenuSeparator />
      {others.map((day) => (
        <MenuItem key={day} disabled={!hasTimes} onSelect={() => onCopy([day])}>
          <span className="ps-6.5">Copy to {weekdayNames[day]}</span>
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem
        icon={<Eraser size={16} aria-hidden="true" className="text-muted" />}
        disabled={!hasTimes}
        onSelect={onClear}
      >
        Clear {weekdayNames[weekday]}
      </MenuItem>
    </Menu>
  )
}
