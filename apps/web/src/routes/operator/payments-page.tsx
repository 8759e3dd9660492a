import { useQuery } from '@tanstack/react-query'
import { paymentsQuery } from '../../api/operator.ts'
import { AttentionList } from '../../features/operator/attention-list.tsx'
import { FailedEventList } from '../../features/operator/failed-event-list.tsx'
import { Loaded } from '../../features/operator/loaded.tsx'
import { UnpaidList } from '../../features/operator/unpaid-list.tsx'
import { usePageTitle } from '../../ui/page-header.tsx'

export function PaymentsPage() {
  usePageTitle('Payments')
  const query = useQuery(paymentsQuery())
  return (
    <section aria-labelledby="payments">
      <h2 id="payments" className="text-xl font-semibold">
        Payments
      </h2>
      <Loaded query={query} className="mt-8 h-96 w-full">
        {({ provider, attention, failedEvents, unpaid }) => (
          <div className="space-y-12">
            <p className="mt-1 max-w-prose text-sm text-pretty text-muted">
              {provider === 'test'
                ? 'Test billing: no money moves.'
                : 'Every hour everything is compared with Stripe. What stands here could not be settled by itself.'}
            </p>
            <section aria-labelledby="attention">
              <h3 id="attention" className="mb-3 text-lg font-semibold">
                Needs you
              </h3>
              <AttentionList attention={attention} />
            </section>
            <section aria-labelledby="failed-events">
              <h3 id="failed-events" className="mb-3 text-lg font-semibold">
                Failed events
              </h3>
              <FailedEventList events={failedEvents} />
            </section>
            <section aria-labelledby="unpaid">
              <h3 id="unpaid" className="mb-3 text-lg font-semibold">
                Payment failed
              </h3>
              <UnpaidList unpaid={unpaid} />
            </section>
          </div>
        )}
      </Loaded>
    </section>
  )
}
