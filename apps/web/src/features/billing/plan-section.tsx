import type { Billing, Plan } from '@rheos/contract'
import { useQuery } from '@tanstack/react-query'
import { useWorkspace } from '../../api/account.ts'
import { billingQuery } from '../../api/billing.ts'
import { plansQuery } from '../../api/credits.ts'
import { Badge } from '../../ui/badge.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { PaymentFailed } from './payment-failed.tsx'
import { PlanCards } from './plan-cards.tsx'
import { SubscriptionFacts } from './subscription-facts.tsx'

/** The plan, what follows when, the card, and the other plans. Money is the owner's. */
export function PlanSection() {
  const { id, plan, role } = useWorkspace()
  const isOwner = role === 'owner'
  const plans = useQuery(plansQuery())
  const billing = useQuery({ ...billingQuery(id), enabled: isOwner })
  const own = plans.data?.plans.find((one) => one.id === (billing.data?.plan ?? plan))
  const failed = [plans, billing].find(({ isError }) => isError)
  return (
    <section id="plans" aria-labelledby="plans-title" className="scroll-mt-20">
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <h2 id="plans-title" className="text-xl font-semibold">
          Plan
        </h2>
        {billing.data?.provider === 'test' && (
          <Badge tone="warning">Test billing: no money moves</Badge>
        )}
      </div>
      {failed !== undefined && (
        <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} className="mb-4" />
      )}
      {own !== undefined && plans.data !== undefined ? (
        <Plans own={own} plans={plans.data.plans} billing={billing.data} />
      ) : (
        failed === undefined && <Skeleton className="h-64 w-full" />
      )}
      {!isOwner && (
        <p className="mt-4 text-sm text-muted">
          The owner of this workspace changes its plan and its card, and sees its invoices.
        </p>
      )}
    </section>
  )
}

interface PlansProps {
  readonly own: Plan
  readonly plans: readonly Plan[]
  readonly billing: Billing | undefined
}

function Plans({ own, plans, billing }: PlansProps) {
  const subscription = billing?.subscription ?? undefined
  return (
    <>
      {subscription?.standing === 'payment_failed' && (
        <PaymentFailed plan={own} subscription={subscription} />
      )}
      {subscription !== undefined && (
        <SubscriptionFacts plans={plans} own={own} subscription={subscription} />
      )}
      <PlanCards plans={plans} own={own} billing={billing} />
    </>
  )
}
