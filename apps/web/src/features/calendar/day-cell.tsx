import type { CalendarEntry } from '@rheos/contract'
import { type DragEvent, type ReactNode, useState } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { type Day, dayOf, daysBetween } from './days.ts'
import { dragType } from './drag-type.ts'
import type { Move } from './use-move.ts'

export interface DayCellProps {
  readonly day: Day
  readonly onMove: (entry: CalendarEntry, by: Move) => void
  readonly className?: string
  readonly children: ReactNode
}

/** A day on which posts can be dropped: each keeps its time. */
export function DayCell({ day, onMove, className, children }: DayCellProps) {
  const [over, setOver] = useState(false)

  function onDragOver(event: DragEvent): void {
    if (!event.dataTransfer.types.includes(dragType)) return
    event.preventDefault()
    setOver(true)
  }

  function onDrop(event: DragEvent): void {
    setOver(false)
    const dragged = event.dataTransfer.getData(dragType)
    if (dragged === '') return
    event.preventDefault()
    const entry = JSON.parse(dragged) as CalendarEntry
    const days = daysBetween(dayOf(new Date(entry.at)), day)
    if (days !== 0) onMove(entry, { days })
  }

  return (
    <li
      data-day={day}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={classNames(className, over && 'bg-accent-soft')}
    >
      {children}
    </li>
  )
}
