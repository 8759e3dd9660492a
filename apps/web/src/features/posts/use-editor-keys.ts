import { useEffect, useEffectEvent } from 'react'
import { toast } from '../../ui/toast.ts'
import type { PostDraft } from './post-draft.ts'

/**
 * The keys of the whole editor. In a text ⌘Z is the browser's own and takes back what was typed;
 * elsewhere it takes back the last step of the post.
 */
export function useEditorKeys(draft: PostDraft): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.metaKey || event.ctrlKey) || event.altKey || event.defaultPrevented) return
    const key = event.key.toLowerCase()
    if (key === 's' && !event.shiftKey) {
      event.preventDefault()
      return void draft.flush()
    }
    if (isWriting(event.target) || (key !== 'z' && key !== 'y')) return
    event.preventDefault()
    if (key === 'y' || event.shiftKey) sayStep('Redone', draft.redo())
    else sayStep('Undone', draft.undo())
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKeyDown(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

export function sayStep(what: 'Undone' | 'Redone', label: string | undefined): void {
  if (label !== undefined) toast({ title: `${what}: ${lowerFirst(label)}`, id: 'step' })
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [role="dialog"]') !== null
}

/** Names of networks keep their capitals. */
function lowerFirst(label: string): string {
  return /^(LinkedIn|Instagram|Facebook|X|Pinterest|Bluesky|Mastodon|TikTok|YouTube|Threads)\b/.test(
    label,
  )
    ? label
    : label.charAt(0).toLowerCase() + label.slice(1)
}
