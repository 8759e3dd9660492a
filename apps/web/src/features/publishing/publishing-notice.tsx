import type { Notice } from '@rheos/contract'
import { Link } from '@tanstack/react-router'
import { CalendarX2, X } from 'lucide-react'
import { useDismissNotice } from '../../api/notices.ts'

const look = 'hit-area font-medium whitespace-nowrap text-accent-ink underline underline-offset-2'

/** One line above the page: a post that did not go out, or an account that needs its owner. */
export function PublishingNotice({ notice }: { readonly notice: Notice }) {
  const { mutate: dismiss } = useDismissNotice()
  return (
    <div className="flex items-start gap-2.5 border-b border-line bg-sunken px-4 py-2.5 text-sm sm:px-8 lg:px-12">
      <CalendarX2 size={16} aria-hidden="true" className="mt-0.5 shrink-0 text-danger" />
      <p className="min-w-0 grow text-pretty">
        <Words notice={notice} />
      </p>
      <button
        type="button"
        aria-label="Dismiss"
        onClick={() => dismiss(notice.id)}
        className="hit-area -m-1 -mt-0.5 shrink-0 rounded-sm p-1 text-muted hover:text-ink"
      >
        <X size={16} aria-hidden="true" />
      </button>
    </div>
  )
}

function Words({ notice: { kind, subject } }: { readonly notice: Notice }) {
  const name = subject?.name || 'A post'
  if (kind === 'publishing_failed') {
    return (
      <>
        <bdi className="font-medium">{name}</bdi> did not go out everywhere.{' '}
        {subject !== null && (
          <Link to="/posts/$postId" params={{ postId: subject.id }} className={look}>
            See what to do
          </Link>
        )}
      </>
    )
  }
  return (
    <>
      <bdi className="font-medium">{name}</bdi>{' '}
      {kind === 'account_lost'
        ? 'has to be connected again before anything goes out there.'
        : 'has to be connected again soon.'}{' '}
      <Link to="/settings/accounts" className={look}>
        Reconnect
      </Link>
    </>
  )
}
