import type { TestCheckout } from '@rheos/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { plansQuery } from '../../api/credits.ts'
import { testCheckoutQuery } from '../../api/test-billing.ts'
import { moneyText } from '../../features/billing/money-text.ts'
import { creditsText } from '../../features/credits/credits-text.ts'
import { Payment } from '../../features/test-billing/payment.tsx'
import { TestPage } from '../../features/test-billing/test-page.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { usePageTitle } from '../../ui/page-header.tsx'

export function CheckoutPage() {
  usePageTitle('Checkout')
  const { checkoutId } = useParams({ from: '/test-billing/checkout/$checkoutId' })
  const query = useQuery(testCheckoutQuery(checkoutId))
  return <TestPage query={query}>{(checkout) => <Checkout checkout={checkout} />}</TestPage>
}

function Checkout({ checkout }: { readonly checkout: TestCheckout }) {
  const { id, status, price, confirming, cards, successUrl, cancelUrl } = checkout
  return (
    <div className="grid grid-cols-1 gap-x-16 gap-y-10 md:grid-cols-2">
      <Order checkout={checkout} />
      <div>
        {status === 'open' ? (
          <>
            <Payment
              place="checkouts"
              id={id}
              amount={moneyText(price)}
              confirming={confirming}
              cards={cards}
              onPaid={() => window.location.assign(successUrl)}
            />
            <a href={cancelUrl} className={buttonClass('ghost', 'lg', 'mt-2 w-full')}>
              Cancel
            </a>
          </>
        ) : (
          <Over status={status} to={status === 'paid' ? successUrl : cancelUrl} />
        )}
      </div>
    </div>
  )
}

/** What is bought, and what it is worth. */
function Order({ checkout: { plan: planId, price, email } }: { readonly checkout: TestCheckout }) {
  const plan = useQuery(plansQuery()).data?.plans.find(({ id }) => id === planId)
  return (
    <section>
      <h1 className="text-muted">Rheos {plan?.name}</h1>
      <p className="mt-1 text-3xl font-semibold tabular-nums">
        {moneyText(price)}
        <span className="text-base font-normal tracking-normal text-muted"> a month</span>
      </p>
      <dl className="mt-8 space-y-3 text-sm *:flex *:justify-between *:gap-6 [&_dt]:shrink-0 [&_dt]:text-muted [&_dd]:min-w-0 [&_dd]:truncate [&_dd]:text-end">
        {plan !== undefined && (
          <div>
            <dt>Each month</dt>
            <dd className="tabular-nums">{creditsText(plan.credits)}</dd>
          </div>
        )}
        <div>
          <dt>Invoices go to</dt>
          <dd dir="auto">{email}</dd>
        </div>
        <div className="border-t border-line pt-3 font-medium">
          <dt className="text-ink!">Due today</dt>
          <dd className="tabular-nums">{moneyText(price)}</dd>
        </div>
      </dl>
      <p className="mt-6 text-sm text-pretty text-muted">
        Renews every month until you cancel it. It can be cancelled at any time and then lasts until
        the end of its month.
      </p>
    </section>
  )
}

const words = {
  paid: { title: 'This is paid', way: 'Go to Rheos' },
  expired: { title: 'This checkout can no longer be paid', way: 'Back to Billing' },
} as const

function Over({ status, to }: { readonly status: 'paid' | 'expired'; readonly to: string }) {
  const { title, way } = words[status]
  return (
    <div className="rounded-xl bg-sunken p-5 sm:p-6">
      <p className="font-semibold">{title}</p>
      {status === 'expired' && (
        <p className="mt-1 text-sm text-muted">
          Nothing was charged. Choose the plan again to get a new one.
        </p>
      )}
      <a href={to} className={buttonClass('primary', 'md', 'mt-4')}>
        {way}
      </a>
    </div>
  )
}
