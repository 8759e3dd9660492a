import type { Credits, Notice } from '@rheos/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Gauge, X } from 'lucide-react'
import { useWorkspace } from '../../api/account.ts'
import { plansQuery } from '../../api/credits.ts'
import { useDismissNotice } from '../../api/notices.ts'
import { classNames } from '../../ui/class-names.ts'
import { noticeText } from './notice-text.ts'
import { nextPlan } from './upgrade-gain.ts'

const look = 'hit-area font-medium whitespace-nowrap text-accent-ink underline underline-offset-2'

export interface NoticeBarProps {
  readonly notice: Notice
  readonly credits: Credits
}

/** One calm line above the page: what is left, until when, and the way on. */
export function NoticeBar({ notice, credits }: NoticeBarProps) {
  const { mutate: dismiss } = useDismissNotice()
  return (
    <div
      className={classNames(
        'flex items-start gap-2.5 border-b border-line bg-sunken px-4 py-2.5 text-sm tabular-nums sm:px-8 lg:px-12',
        // The page's own panel says the same, and more of it.
        notice.kind === 'used_up' && '[:has(#pause-title)_&]:hidden',
        notice.kind === 'payment_failed' && '[:has(#payment-failed)_&]:hidden',
      )}
    >
      <Gauge size={16} aria-hidden="true" className="mt-0.5 shrink-0 text-muted" />
      <p className="min-w-0 grow text-pretty">
        {noticeText(notice.kind, credits)}{' '}
        {notice.kind === 'payment_failed' ? <Pay payUrl={notice.payUrl} /> : <Onward />}
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

/** Whoever may pay is led there, everybody else told who may. */
function Pay({ payUrl }: Pick<Notice, 'payUrl'>) {
  const { role } = useWorkspace()
  if (role !== 'owner') return 'The owner of this workspace can pay.'
  return payUrl === null ? (
    <Link to="/settings/billing" hash="plans" className={look}>
      See billing
    </Link>
  ) : (
    <a href={payUrl} className={look}>
      Pay now
    </a>
  )
}

/** What this person can do: see the next plan where there is one, else what the credits went to. */
function Onward() {
  const { plan, role } = useWorkspace()
  const plans = useQuery(plansQuery()).data?.plans ?? []
  const next = role === 'owner' ? nextPlan(plans, plan) : undefined
  return next === undefined ? (
    <Link to="/settings/billing/balance" className={look}>
      See what they went to
    </Link>
  ) : (
    <Link to="/settings/billing" hash="plans" className={look}>
      See {next.name}
    </Link>
  )
}
