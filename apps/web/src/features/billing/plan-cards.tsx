import type { Billing, Plan } from '@rheos/contract'
import { Check } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { creditsText } from '../credits/credits-text.ts'
import { nextPlan, upgradeGain } from '../credits/upgrade-gain.ts'
import { dayText } from './day-text.ts'
import { moneyText } from './money-text.ts'
import { planMove } from './plan-move.ts'

const ChangePlanDialog = lazy(async () => ({
  default: (await import('./change-plan-dialog.tsx')).ChangePlanDialog,
}))

export interface PlanCardsProps {
  readonly plans: readonly Plan[]
  /** The plan in force. */
  readonly own: Plan
  /** Absent for those who may not change the plan. */
  readonly billing: Billing | undefined
}

/** The plans side by side, each with what it would bring to this workspace. */
export function PlanCards({ plans, own, billing }: PlanCardsProps) {
  const [asked, setAsked] = useState<Plan>()
  const suggested = nextPlan(plans, own.id)
  return (
    <>
      <ul className="grid gap-4 md:grid-cols-3">
        {plans.map((plan) => (
          <PlanCard
            key={plan.id}
            plan={plan}
            own={own}
            suggested={plan === suggested}
            begins={planNext(billing, plan)}
            onAsk={billing && mayAsk(billing, own, plan) ? () => setAsked(plan) : undefined}
          />
        ))}
      </ul>
      {asked !== undefined && billing !== undefined && (
        <Suspense fallback={null}>
          <ChangePlanDialog
            from={own}
            to={asked}
            billing={billing}
            onClose={() => setAsked(undefined)}
          />
        </Suspense>
      )}
    </>
  )
}

/** When a plan that is not in force will be, where it was asked for. */
function planNext(billing: Billing | undefined, { id }: Plan): string | undefined {
  const next = billing?.subscription?.next
  return next?.plan === id && id !== billing?.plan ? next.at : undefined
}

/** What is in force, or follows anyway, need not be asked for; who owes pays that before an upgrade. */
function mayAsk({ subscription }: Billing, own: Plan, plan: Plan): boolean {
  if (plan === own || plan.id === subscription?.next.plan) return false
  return subscription?.standing !== 'payment_failed' || planMove(own, plan) !== 'upgrade'
}

interface PlanCardProps {
  readonly plan: Plan
  readonly own: Plan
  readonly suggested: boolean
  readonly begins: string | undefined
  readonly onAsk: (() => void) | undefined
}

function PlanCard({ plan, own, suggested, begins, onAsk }: PlanCardProps) {
  const current = plan === own
  const gains = upgradeGain(own, plan)
  const facts = gains.length > 0 ? gains : factsOf(plan)
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
        {begins !== undefined && <Badge>from {dayText(begins)}</Badge>}
      </div>
      <p className="mt-3 text-2xl font-semibold tabular-nums">
        {moneyText(plan.price)}
        <span className="text-sm font-normal tracking-normal text-muted"> a month</span>
      </p>
      <p className="mt-1 text-sm tabular-nums">{creditsText(plan.credits)} a month</p>
      <p className="text-sm tabular-nums">{brandsText(plan)}</p>
      {facts.length > 0 && (
        <ul className="mt-4 space-y-1.5 text-sm text-muted">
          {facts.map((fact) => (
            <li key={fact} className="flex items-start gap-2 tabular-nums">
              {gains.length > 0 && (
                <Check size={16} aria-hidden="true" className="mt-0.5 shrink-0 text-accent-ink" />
              )}
              {fact}
            </li>
          ))}
        </ul>
      )}
      {onAsk !== undefined && (
        <div className="mt-auto flex flex-col pt-6">
          <Button variant={suggested ? 'primary' : 'secondary'} onClick={onAsk}>
            {askTexts[planMove(own, plan)](plan.name)}
          </Button>
        </div>
      )}
    </li>
  )
}

const askTexts = {
  upgrade: (name: string) => `Upgrade to ${name}`,
  downgrade: (name: string) => `Change to ${name}`,
  cancel: (name: string) => `Go back to ${name}`,
} as const

function brandsText({ brands: { business, personal } }: Plan): string {
  return `${personal} personal and ${business} business ${business === 1 ? 'brand' : 'brands'}`
}

function factsOf(plan: Plan): readonly string[] {
  return [
    ...(plan.watermark ? ['a small #Rheos mark on images'] : []),
    ...(plan.pausesAtZero ? ['AI pauses at 0 credits'] : []),
  ]
}
