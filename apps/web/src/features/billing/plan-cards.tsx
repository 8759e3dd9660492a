import type { Plan } from '@rheos/contract'
import { useQuery } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { useAbout, useWorkspace } from '../../api/account.ts'
import { plansQuery } from '../../api/credits.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { creditsText } from '../credits/credits-text.ts'
import { nextPlan, upgradeGain } from '../credits/upgrade-gain.ts'

/** The plans side by side, each with what it would bring to this workspace. */
export function PlanCards() {
  const { plan: current, role } = useWorkspace()
  const { data, error, refetch } = useQuery(plansQuery())
  const [asked, setAsked] = useState<Plan>()
  if (data === undefined && error !== null) {
    return <ErrorNotice error={error} onRetry={() => void refetch()} />
  }
  if (data === undefined) return <Skeleton className="h-64 w-full" />
  const own = data.plans.find((plan) => plan.id === current)
  const next = nextPlan(data.plans, current)
  return (
    <>
      <ul className="grid gap-4 md:grid-cols-3">
        {data.plans.map((plan) => (
          <PlanCard
            key={plan.id}
            plan={plan}
            own={own}
            suggested={plan.id === next?.id}
            mayUpgrade={role === 'owner'}
            onUpgrade={() => setAsked(plan)}
          />
        ))}
      </ul>
      {role !== 'owner' && (
        <p className="mt-4 text-sm text-muted">
          Only the owner of this workspace changes its plan.
        </p>
      )}
      {asked !== undefined && <NotYet plan={asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}

interface PlanCardProps {
  readonly plan: Plan
  readonly own: Plan | undefined
  readonly suggested: boolean
  readonly mayUpgrade: boolean
  readonly onUpgrade: () => void
}

function PlanCard({ plan, own, suggested, mayUpgrade, onUpgrade }: PlanCardProps) {
  const current = plan.id === own?.id
  const larger = own !== undefined && plan.credits > own.credits
  const gains = larger ? upgradeGain(own, plan) : []
  return (
    <li
      className={classNames(
        'flex flex-col rounded-xl border p-5',
        current ? 'border-line-strong' : 'border-line bg-surface',
      )}
    >
      <div className="flex items-center justify-between gap-2">
        <h3 className="font-semibold">{plan.name}</h3>
        {current && <Badge tone="accent">your plan</Badge>}
      </div>
      <p className="mt-3 text-2xl font-semibold tabular-nums">
        {moneyText(plan.price)}
        <span className="text-sm font-normal tracking-normal text-muted"> a month</span>
      </p>
      <p className="mt-1 text-sm tabular-nums">{creditsText(plan.credits)} a month</p>
      <ul className="mt-4 mb-6 space-y-1.5 text-sm text-muted">
        {(larger ? gains : factsOf(plan)).map((fact) => (
          <li key={fact} className="flex items-start gap-2 tabular-nums">
            {larger && <Check size={16} aria-hidden="true" className="mt-0.5 text-accent-ink" />}
            {fact}
          </li>
        ))}
      </ul>
      {larger && mayUpgrade && (
        <Button
          variant={suggested ? 'primary' : 'secondary'}
          className="mt-auto"
          onClick={onUpgrade}
        >
          Upgrade to {plan.name}
        </Button>
      )}
    </li>
  )
}

function factsOf(plan: Plan): readonly string[] {
  const { business, personal } = plan.brands
  return [
    `${personal} personal and ${business} business ${business === 1 ? 'brand' : 'brands'}`,
    ...(plan.watermark ? ['a small #Rheos mark on images'] : []),
  ]
}

function moneyText({ amount, currency }: Plan['price']): string {
  return (amount / 100).toLocaleString('en-GB', {
    style: 'currency',
    currency,
    minimumFractionDigits: amount % 100 === 0 ? 0 : 2,
  })
}

function NotYet({ plan, onClose }: { readonly plan: Plan; readonly onClose: () => void }) {
  const supportEmail = useAbout().data?.supportEmail
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`${plan.name} cannot be bought here yet`}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <p className="text-pretty">
        Card payment is not there yet, so nothing has changed and nothing was charged.
        {supportEmail !== undefined && (
          <>
            {' '}
            Write to{' '}
            <a
              href={`mailto:${supportEmail}?subject=${encodeURIComponent(`Upgrade to ${plan.name}`)}`}
              className="font-medium text-accent-ink underline"
            >
              {supportEmail}
            </a>{' '}
            to be told when it is.
          </>
        )}
      </p>
    </Dialog>
  )
}
