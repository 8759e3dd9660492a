import type { ReactNode } from 'react'
import { useAbout, useWorkspace } from '../../api/account.ts'
import { BalanceFacts } from '../../features/billing/balance-facts.tsx'
import { CheckoutReturn } from '../../features/billing/checkout-return.tsx'
import { CycleSpending } from '../../features/billing/cycle-spending.tsx'
import { GrantList } from '../../features/billing/grant-list.tsx'
import { InvoiceList } from '../../features/billing/invoice-list.tsx'
import { PlanSection } from '../../features/billing/plan-section.tsx'
import { PriceList } from '../../features/billing/price-list.tsx'
import { RecentUsage } from '../../features/billing/recent-usage.tsx'
import { UsageTable } from '../../features/billing/usage-table.tsx'
import { usePageTitle } from '../../ui/page-header.tsx'

export function BillingPage() {
  usePageTitle('Billing')
  const supportEmail = useAbout().data?.supportEmail
  const { role } = useWorkspace()
  return (
    <div className="space-y-14">
      <CheckoutReturn />
      <BalanceFacts />
      <PlanSection />
      <Part id="cycle" title="This cycle">
        <CycleSpending />
      </Part>
      <Part id="spent" title="Where credits went">
        <UsageTable />
      </Part>
      <Part id="grants" title="What you have">
        <GrantList />
      </Part>
      {role === 'owner' && <InvoiceList />}
      <Part id="usage" title="History">
        <RecentUsage />
      </Part>
      <Part id="prices" title="Prices">
        <PriceList />
      </Part>
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

interface PartProps {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

function Part({ id, title, children }: PartProps) {
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="mb-4 text-xl font-semibold">
        {title}
      </h2>
      {children}
    </section>
  )
}
