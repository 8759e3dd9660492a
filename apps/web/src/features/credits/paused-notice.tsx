import type { Credits } from '@rheos/contract'
import { useQuery } from '@tanstack/react-query'
import { PauseCircle } from 'lucide-react'
import { useWorkspace } from '../../api/account.ts'
import { plansQuery } from '../../api/credits.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { creditsText } from './credits-text.ts'
import { resetTextLong } from './reset-text.ts'
import { nextPlan } from './upgrade-gain.ts'

interface PausedNoticeProps {
  readonly credits: Pick<Credits, 'allowance' | 'resetsAt'>
}

/** What is paused, until when, what goes on, and the way forward for this person. */
export function PausedNotice({ credits }: PausedNoticeProps) {
  const { role, plan } = useWorkspace()
  const plans = useQuery(plansQuery()).data?.plans ?? []
  const own = plans.find(({ id }) => id === plan)
  const next = nextPlan(plans, plan)
  return (
    <section
      aria-labelledby="pause-title"
      className="mb-8 flex flex-col gap-5 rounded-xl bg-sunken p-6 sm:flex-row sm:items-center sm:justify-between"
    >
      <div className="flex max-w-prose gap-4">
        <PauseCircle size={22} aria-hidden="true" className="mt-0.5 shrink-0 text-muted" />
        <div>
          <h2 id="pause-title" className="text-lg font-semibold">
            AI is paused until {resetTextLong(credits.resetsAt)}
          </h2>
          <p className="mt-1 text-pretty text-muted">
            This month’s {creditsText(credits.allowance)} are used up, so writing, images and
            website reading wait. Publishing and scheduling go on. So do editing, text designs and
            your library.
          </p>
          {role !== 'owner' && (
            <p className="mt-1 text-muted">The owner of this workspace can upgrade.</p>
          )}
        </div>
      </div>
      {role === 'owner' && next !== undefined && (
        <div className="shrink-0 ps-9 sm:ps-0 sm:text-center">
          <LinkButton to="/settings/billing" hash="plans" variant="primary">
            See {next.name}
          </LinkButton>
          <p className="mt-2 text-xs text-muted tabular-nums">
            {creditsText(next.credits)}
            {own?.watermark === true && !next.watermark && ', no watermark'}
          </p>
        </div>
      )}
    </section>
  )
}
