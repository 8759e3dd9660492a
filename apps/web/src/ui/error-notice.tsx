import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'

export interface ErrorNoticeProps {
  readonly title?: string
  /** What is wrong and what to do, in one sentence; else `error` is asked for its own. */
  readonly children?: ReactNode
  readonly error?: unknown
  readonly onRetry?: (() => void) | undefined
  readonly retryLabel?: string
  /** Other ways on. */
  readonly action?: ReactNode
  readonly className?: string
}

export function ErrorNotice(props: ErrorNoticeProps) {
  const { title, children, error, onRetry, retryLabel = 'Try again', action, className } = props
  return (
    <div
      role="alert"
      className={classNames(
        'flex flex-wrap items-start gap-x-3 gap-y-3 rounded-lg bg-danger-soft p-4',
        className,
      )}
    >
      <CircleAlert size={20} aria-hidden="true" className="mt-px shrink-0 text-danger" />
      <div className="min-w-0 flex-1 basis-60 text-sm">
        {title !== undefined && <p className="font-medium">{title}</p>}
        <div>{children ?? sentenceOf(error)}</div>
      </div>
      <div className="flex gap-2 empty:hidden">
        {action}
        {onRetry !== undefined && (
          <Button size="sm" onClick={onRetry}>
            {retryLabel}
          </Button>
        )}
      </div>
    </div>
  )
}

const unknown = 'Something went wrong on this page. Reload it and try again.'

/** Refusals of the server carry a sentence meant for people; the words of other errors are not. */
function sentenceOf(error: unknown): string {
  const problem = (error as { readonly problem?: { readonly detail?: unknown } } | null)?.problem
  return typeof problem?.detail === 'string' ? problem.detail : unknown
}
