import { useMemo } from 'react'
import { wordChanges } from './word-changes.ts'

export interface WordDiffProps {
  readonly before: string
  readonly after: string
}

/** A text with what was taken out struck through and what came in marked. */
export function WordDiff({ before, after }: WordDiffProps) {
  const changes = useMemo(() => wordChanges(before, after), [before, after])
  if (before === after) {
    return (
      <p dir="auto" className="whitespace-pre-wrap text-muted">
        {after || 'Nothing written'}
      </p>
    )
  }
  return (
    <p dir="auto" className="whitespace-pre-wrap">
      {changes.map(({ kind, text, at }) =>
        kind === 'added' ? (
          <ins key={at} className="rounded-sm bg-success-soft text-success no-underline">
            <span className="sr-only"> added: </span>
            {text}
          </ins>
        ) : kind === 'removed' ? (
          <del key={at} className="rounded-sm bg-danger-soft text-danger">
            <span className="sr-only"> removed: </span>
            {text}
          </del>
        ) : (
          <span key={at}>{text}</span>
        ),
      )}
    </p>
  )
}
