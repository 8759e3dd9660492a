import type { Plan, Subscription } from '@rheos/contract'
import { CreditCard } from 'lucide-react'
import { useChangePlan, useOpenPortal } from '../../api/billing.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { toast } from '../../ui/toast.ts'
import { cardExpiryText, cardText } from './card-text.ts'
import { dayText } from './day-text.ts'
import { moneyText } from './money-text.ts'
import { nextText } from './plan-move.ts'

export interface SubscriptionFactsProps {
  readonly plans: readonly Plan[]
  readonly own: Plan
  readonly subscription: Subscription
}

/** What is paid for, what follows, and the card it is paid with. */
export function SubscriptionFacts({ plans, own, subscription }: SubscriptionFactsProps) {
  const portal = useOpenPortal()
  const { card } = subscription
  return (
    <Card className="mb-4 grid gap-x-12 gap-y-6 sm:grid-cols-2">
      <div>
        <h3 className="font-semibold">
          {own.name}, {moneyText(own.price)} a month
        </h3>
        <p className="mt-1 text-sm text-pretty text-muted tabular-nums">
          {nextText(subscription, plans)}
        </p>
        {subscription.next.plan !== subscription.plan && (
          <KeepPlan own={own} subscription={subscription} />
        )}
      </div>
      <div className="flex items-start gap-3">
        <CreditCard size={18} aria-hidden="true" className="mt-1 shrink-0 text-muted" />
        <div className="min-w-0 grow">
          <p className="font-semibold tabular-nums">{card === null ? 'No card' : cardText(card)}</p>
          {card !== null && (
            <p className="mt-1 text-sm text-muted tabular-nums">{cardExpiryText(card)}</p>
          )}
        </div>
        <Button size="sm" loading={portal.isPending} onClick={() => portal.mutate()}>
          Change card
        </Button>
      </div>
      {portal.isError && <ErrorNotice error={portal.error} className="sm:col-span-2" />}
    </Card>
  )
}

/** Takes back a change that has not come into force. */
function KeepPlan({ own, subscription }: Omit<SubscriptionFactsProps, 'plans'>) {
  const change = useChangePlan()
  const press = () =>
    change.mutate(
      { plan: own.id, price: own.price },
      {
        onSuccess: () =>
          toast({
            title: `You keep ${own.name}`,
            description: `It renews on ${dayText(subscription.period.end)}.`,
            tone: 'success',
          }),
      },
    )
  return (
    <div className="mt-4">
      <Button size="sm" loading={change.isPending} onClick={press}>
        Keep {own.name}
      </Button>
      {change.isError && <ErrorNotice error={change.error} className="mt-3" />}
    </div>
  )
}
