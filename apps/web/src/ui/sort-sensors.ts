import {
  KeyboardSensor,
  type KeyboardSensorProps,
  PointerSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable'

const held = new Set([
  'ArrowUp',
  'ArrowRight',
  'ArrowDown',
  'ArrowLeft',
  'Space',
  'Enter',
  'Escape',
])

/**
 * Loses no key. The library listens for the next key only a timer after one has picked something
 * up; a key pressed in between is held back, and pressed again when it listens.
 */
class PromptKeyboardSensor extends KeyboardSensor {
  constructor(props: KeyboardSensorProps) {
    super(props)
    const early: KeyboardEvent[] = []
    const hold = (event: KeyboardEvent): void => {
      if (!held.has(event.code)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      early.push(event)
    }
    document.addEventListener('keydown', hold, true)
    // Timers of the same length end in their order: by then the library listens.
    setTimeout(() => {
      document.removeEventListener('keydown', hold, true)
      for (const event of early) event.target?.dispatchEvent(new KeyboardEvent('keydown', event))
    })
  }
}

/** How what stands in an order is moved: by mouse, by a long touch, by keyboard. */
export function useSortSensors() {
  return useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 8 } }),
    useSensor(PromptKeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
}
