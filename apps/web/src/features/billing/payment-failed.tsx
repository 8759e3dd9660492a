import type { Plan, Subscription } from '@rheos/contract'
import { CircleAlert } from 'lucide-react'
import { buttonClass } from '../../ui/button-class.ts'
import { moneyText } from './money-text.ts'

export interface PaymentFailedProps {
  readonly plan: Plan
  readonly subscription: Subscription
}

/** What happened, what waits for it, and the way to put it right. */
export function PaymentFailed({ plan, subscription }: PaymentFailedProps) {
  const { payUrl } = subscription
  return (
    <div
      id="payment-failed"
      role="alert"
      className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-4 rounded-xl bg-danger-soft p-5"
    >
      <CircleAlert size={20} aria-hidden="true" className="mt-px shrink-0 self-start text-danger" />
      <div className="min-w-0 flex-1 basis-60 text-sm">
        <p className="font-semibold">
          The payment of {moneyText(plan.price)} for {plan.name} failed
        </p>
        <p className="mt-0.5 text-pretty">
          The rest of this month’s credits waits until it is made, and is back at once then.
          {payUrl === null && ' Change the card below, and it is tried again.'}
        </p>
      </div>
      {payUrl !== null && (
        <a href={payUrl} className={buttonClass('primary')}>
          Pay now
        </a>
      )}
    </div>
  )
}
