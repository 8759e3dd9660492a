import type { Quote } from '@rheos/contract'
import {
  type KeyboardEvent,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import { classNames } from '../../ui/class-names.ts'
import { bodyMax } from './post-limits.ts'
import { RewriteToolbar } from './rewrite-toolbar.tsx'
import { placeOfWish, type RewriteWish } from './rewrite-wish.ts'
import { sentenceAt } from './sentence-at.ts'
import { SuggestionView } from './suggestion-view.tsx'
import { takeIn } from './take-in.ts'
import { type Place, placeOf } from './text-place.ts'
import { type RewriteAbout, type Span, useSpanRewrite } from './use-span-rewrite.ts'

export interface PostTextProps {
  readonly label: string
  readonly value: string
  readonly placeholder: string
  readonly about: RewriteAbout
  /** A rewrite that was asked for from elsewhere; begun once. */
  readonly wish?: RewriteWish | undefined
  readonly onWishTaken?: (() => void) | undefined
  readonly onType: (text: string) => void
  /** A suggestion was accepted: what was typed last is a model's. */
  readonly onRewritten: () => void
  /** ⌘⏎. */
  readonly onNext?: (() => void) | undefined
  readonly className?: string
}

const textClass = 'block w-full text-lg leading-relaxed'

/**
 * One text of a post. The browser holds what is typed, so that a key costs nothing but itself; what
 * comes from elsewhere is put in where it differs, and the caret stays.
 */
export function PostText(props: PostTextProps) {
  const { label, value, placeholder, about, wish, onType, onRewritten, onNext, className } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const toolbar = useRef<HTMLDivElement>(null)
  const suggested = useRef<HTMLDivElement>(null)
  const composing = useRef(false)
  const [selected, setSelected] = useState<Span & { readonly place: Place }>()
  const rewrite = useSpanRewrite(about)
  const { suggestion } = rewrite
  useLayoutEffect(() => {
    if (field.current !== null && !composing.current) takeIn(field.current, value)
  }, [value])

  const fulfil = useEffectEvent(({ span, instruction, quote }: RewriteWish) => {
    const whole = field.current?.value ?? ''
    setSelected(undefined)
    rewrite.start(whole, placeOfWish(whole, span), instruction, quote)
    props.onWishTaken?.()
  })
  useEffect(() => {
    if (wish !== undefined) fulfil(wish)
  }, [wish])

  function select(start: number, end: number): void {
    const node = field.current
    const isEmpty = node === null || node.value.slice(start, end).trim() === ''
    setSelected(isEmpty ? undefined : { start, end, place: placeOf(node, end - 1) })
  }

  function openToolbar(): void {
    const node = field.current
    if (node === null) return
    const { selectionStart, selectionEnd } = node
    const [start, end] =
      selectionStart === selectionEnd
        ? sentenceAt(node.value, selectionStart)
        : [selectionStart, selectionEnd]
    node.setSelectionRange(start, end)
    flushSync(() => select(start, end))
    toolbar.current?.querySelector('button')?.focus()
  }

  function closeToolbar(): void {
    setSelected(undefined)
    field.current?.focus()
  }

  function ask(instruction: string, quote: Quote): void {
    if (selected === undefined || field.current === null) return
    const { start, end } = selected
    setSelected(undefined)
    rewrite.start(field.current.value, { start, end }, instruction, quote)
  }

  function accept(): void {
    const node = field.current
    if (suggestion === undefined || node === null) return
    flushSync(() => rewrite.clear())
    const { start, end, whole, text } = suggestion
    const old = whole.slice(start, end)
    const at = node.value.startsWith(old, start) ? start : node.value.indexOf(old)
    if (at === -1) return
    insert(node, at, at + old.length, text)
    onRewritten()
  }

  function reject(): void {
    flushSync(() => rewrite.clear())
    field.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    const command = (event.metaKey || event.ctrlKey) && !event.altKey
    if (event.key === 'Escape' && selected !== undefined) setSelected(undefined)
    else if (command && event.key.toLowerCase() === 'j') openToolbar()
    else if (command && event.key === 'Enter' && onNext !== undefined) onNext()
    else return
    event.preventDefault()
  }

  return (
    <div className="relative">
      <textarea
        ref={field}
        aria-label={label}
        dir="auto"
        placeholder={placeholder}
        defaultValue={value}
        hidden={suggestion !== undefined}
        className={classNames(
          textClass,
          'field-sizing-content resize-none bg-transparent outline-none',
          className,
        )}
        onChange={(event) => onType(event.target.value)}
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={(event) => {
          composing.current = false
          onType(event.currentTarget.value)
        }}
        onSelect={({ currentTarget: node }) => select(node.selectionStart, node.selectionEnd)}
        onBlur={({ relatedTarget: to }) => {
          if (to !== null && !isOfToolbar(to, toolbar.current)) setSelected(undefined)
        }}
        onKeyDown={onKeyDown}
      />
      {suggestion !== undefined && (
        <SuggestionView
          ref={suggested}
          suggestion={suggestion}
          className={textClass}
          onAccept={accept}
          onReject={reject}
        />
      )}
      {selected !== undefined && suggestion === undefined && (
        <RewriteToolbar ref={toolbar} place={selected.place} onAsk={ask} onClose={closeToolbar} />
      )}
      {value.length > bodyMax && (
        <p role="alert" className="mt-2 text-sm text-danger">
          A text holds at most {bodyMax.toLocaleString('en-GB')} characters and this one has{' '}
          {value.length.toLocaleString('en-GB')}. All of it is kept on this device; shorten it to
          have it saved.
        </p>
      )}
    </div>
  )
}

/** As if it were typed, so that the browser’s own undo takes it back. */
function insert(node: HTMLTextAreaElement, start: number, end: number, text: string): void {
  node.focus()
  node.setSelectionRange(start, end)
  const done = text === '' ? document.execCommand('delete') : typeIn(text)
  if (done) return
  node.setRangeText(text, start, end, 'end')
  node.dispatchEvent(new Event('input', { bubbles: true }))
}

function typeIn(text: string): boolean {
  return document.execCommand('insertText', false, text)
}

function isOfToolbar(target: EventTarget, toolbar: HTMLElement | null): boolean {
  if (!(target instanceof Element)) return false
  return toolbar?.contains(target) === true || target.closest('[role="menu"]') !== null
}
