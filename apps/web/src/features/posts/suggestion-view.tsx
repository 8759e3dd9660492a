import { type RefObject, useEffect, useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import type { Suggestion } from './use-span-rewrite.ts'

export interface SuggestionViewProps {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly suggestion: Suggestion
  readonly className: string
  readonly onAccept: () => void
  readonly onReject: () => void
}

/** A text with a suggestion in place: what goes struck through, what comes marked. */
export function SuggestionView(props: SuggestionViewProps) {
  const { ref, suggestion, className, onAccept, onReject } = props
  const { whole, start, end, text, running, note, problem } = suggestion
  const old = useRef<HTMLModElement>(null)
  useEffect(() => {
    ref.current?.focus({ preventScroll: true })
    old.current?.scrollIntoView({ block: 'nearest' })
  }, [ref])
  const ready = !running && text !== ''
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls; this is a text with two.
    <div
      ref={ref}
      role="group"
      aria-label="Suggestion"
      tabIndex={-1}
      className="outline-none"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onReject()
        else if (event.key === 'Enter' && ready && event.target === event.currentTarget) onAccept()
        else return
        event.preventDefault()
      }}
    >
      <p dir="auto" aria-busy={running} className={`${className} whitespace-pre-wrap`}>
        {whole.slice(0, start)}
        <del ref={old} className="scroll-my-24 rounded-sm bg-danger-soft text-danger">
          {whole.slice(start, end)}
        </del>
        {text !== '' && ' '}
        <ins className="rounded-sm bg-success-soft text-success no-underline">{text}</ins>
        {running && (
          <span
            aria-hidden="true"
            className="ms-0.5 inline-block h-[1.1em] w-0.5 animate-breathe bg-accent align-text-bottom"
          />
        )}
        {whole.slice(end)}
      </p>
      {problem !== undefined && (
        <ErrorNotice className="mt-3" title="This could not be rewritten">
          {problem.detail}
        </ErrorNotice>
      )}
      <div className="sticky bottom-20 mt-3 flex flex-wrap items-center gap-2 md:bottom-4">
        {problem === undefined && (
          <Button size="sm" variant="primary" disabled={!ready} onClick={onAccept}>
            Accept <Kbd>⏎</Kbd>
          </Button>
        )}
        <Button size="sm" onClick={onReject}>
          {problem === undefined ? 'Reject' : 'Close'} <Kbd>Esc</Kbd>
        </Button>
        <span role="status" className="text-sm text-muted">
          {running ? 'Rewriting' : ready ? (note ?? 'Suggestion ready') : ''}
        </span>
      </div>
    </div>
  )
}
