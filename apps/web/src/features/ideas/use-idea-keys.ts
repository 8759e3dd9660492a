import { useEffect, useEffectEvent } from 'react'

export interface IdeaKeys {
  readonly count: number
  readonly onChoose: (at: number) => void
  readonly onWrite: (at: number) => void
  readonly onOthers: () => void
  readonly onKeep: () => void
}

/** 1, 2, 3 choose an idea, w writes the one in focus, r thinks of others, Enter keeps what is chosen. */
export function useIdeaKeys(keys: IdeaKeys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || isElsewhere(event)) return
    const at = Number(event.key) - 1
    const done = at >= 0 && at < keys.count ? () => keys.onChoose(at) : actionOf(event, keys)
    if (done === undefined) return
    event.preventDefault()
    done()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

function actionOf(event: KeyboardEvent, keys: IdeaKeys): (() => void) | undefined {
  if (keys.count === 0) return undefined
  if (event.key === 'r') return keys.onOthers
  if (event.key === 'Enter' && !isControl(event.target)) return keys.onKeep
  const at = event.key === 'w' ? placeOf(event.target) : -1
  return at >= 0 ? () => keys.onWrite(at) : undefined
}

/** Which idea the focus is on or in. */
function placeOf(target: EventTarget | null): number {
  const card = target instanceof Element ? target.closest('article') : null
  return card === null ? -1 : [...document.querySelectorAll('article')].indexOf(card)
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, summary') !== null
}

function isElsewhere(event: KeyboardEvent): boolean {
  if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return true
  const { target } = event
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null)
  )
}
