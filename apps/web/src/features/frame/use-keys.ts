import { useNavigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useRef } from 'react'
import { places } from './places.ts'

export interface KeyActions {
  readonly onCommands: () => void
  readonly onKeyHelp: () => void
}

const chordMs = 1200

/** The keys that work on every page; single letters only while nothing is being written. */
export function useKeys({ onCommands, onKeyHelp }: KeyActions): void {
  const navigate = useNavigate()
  const goingUntil = useRef(0)

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const key = event.key.toLowerCase()
    if (key === 'k' && (event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault()
      return onCommands()
    }
    if (event.defaultPrevented || event.repeat || isBusy(event)) return
    const going = event.timeStamp < goingUntil.current
    goingUntil.current = 0
    const place = going ? places.find((each) => each.key === key) : undefined
    if (place !== undefined) return void navigate({ to: place.to })
    if (key === 'g') goingUntil.current = event.timeStamp + chordMs
    else if (key === '?') onKeyHelp()
    else if (key === 'n') {
      event.preventDefault()
      void navigate({ to: '/posts/new' })
    }
  })

  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

/** Writing, holding a modifier, or inside something that has the keyboard to itself. */
function isBusy(event: KeyboardEvent): boolean {
  if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return true
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.closest(
      'input, textarea, select, [role="dialog"], [role="alertdialog"], [role="menu"]',
    ) !== null
  )
}
