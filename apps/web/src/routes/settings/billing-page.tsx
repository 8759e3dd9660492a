import { useAbout } from '../../api/account.ts'
import { BalanceFacts } from '../../features/billing/balance-facts.tsx'
import { CycleSpending } from '../../features/billing/cycle-spending.tsx'
import { PlanCards } from '../../features/billing/plan-cards.tsx'
import { PriceList } from '../../features/billing/price-list.tsx'
import { RecentUsage } from '../../features/billing/recent-usage.tsx'
import { usePageTitle } from '../../ui/page-header.tsx'

export function BillingPage() {
  usePageTitle('Billing')
  const supportEmail = useAbout().data?.supportEmail
  return (
    <div className="space-y-14">
      <BalanceFacts />
      <CycleSpending />
      <section id="plans" aria-labelledby="plans-title" className="scroll-mt-20">
        <h2 id="plans-title" className="mb-4 text-xl font-semibold">
          Plan
        </h2>
        <PlanCards />
      </section>
      <section aria-labelledby="usage-title">
        <h2 id="usage-title" className="mb-4 text-xl font-semibold">
          Recent usage
        </h2>
        <RecentUsage />
      </section>
      <section aria-labelledby="prices-title">
        <h2 id="prices-title" className="mb-4 text-xl font-semibold">
          Prices
        </h2>
        <PriceList />
      </section>
      {supportEmail !== undefined && (
        <p className="text-sm text-muted">
          Questions about your credits? Write to{' '}
          <a
            href={`mailto:${supportEmail}`}
            className="hit-area font-medium text-accent-ink underline"
          >
            {supportEmail}
          </a>
          .
        </p>
      )}
    </div>
  )
}
