import type { TestPortal } from '@rheos/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { testPortalQuery, useTestBilling } from '../../api/test-billing.ts'
import { dayText } from '../../features/billing/day-text.ts'
import { moneyText } from '../../features/billing/money-text.ts'
import { CardForm } from '../../features/test-billing/card-form.tsx'
import { InvoiceBadge } from '../../features/test-billing/invoice-badge.tsx'
import { ownAddress } from '../../features/test-billing/own-address.ts'
import { TestPage } from '../../features/test-billing/test-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { toast } from '../../ui/toast.ts'

const from = '/test-billing/portal/$customerId'

export function PortalPage() {
  const { customerId } = useParams({ from })
  const { return: back } = useSearch({ from })
  const query = useQuery(testPortalQuery(customerId))
  return (
    <TestPage query={query}>
      {(portal) => (
        <>
          <PageHeader
            title="Card and invoices"
            description={portal.email}
            back={
              <a
                href={ownAddress(back, window.location.origin)}
                className="hit-area inline-flex items-center gap-1.5 hover:text-ink"
              >
                <ArrowLeft size={16} aria-hidden="true" className="rtl:-scale-x-100" />
                Back to Rheos
              </a>
            }
          />
          <div className="grid grid-cols-1 gap-x-16 gap-y-12 md:grid-cols-2">
            <ChangeCard customerId={customerId} portal={portal} />
            <Invoices portal={portal} />
          </div>
        </>
      )}
    </TestPage>
  )
}

interface ChangeCardProps {
  readonly customerId: string
  readonly portal: TestPortal
}

function ChangeCard({ customerId, portal: { card, cards } }: ChangeCardProps) {
  const change = useTestBilling('customers', customerId, 'card')
  const onSuccess = () => toast({ title: 'Card changed', tone: 'success' })
  return (
    <section aria-labelledby="card-title">
      <h2 id="card-title" className="text-lg font-semibold">
        Card
      </h2>
      <p className="mt-1 mb-5 text-muted">
        {card === null ? 'There is no card yet.' : `Visa ending in ${card} is charged.`}
      </p>
      <CardForm
        cards={cards}
        label="Change the card"
        pending={change.isPending}
        error={change.error}
        onCard={(number) => change.mutate({ card: number }, { onSuccess })}
      />
    </section>
  )
}

function Invoices({ portal: { invoices } }: { readonly portal: TestPortal }) {
  return (
    <section aria-labelledby="invoices-title">
      <h2 id="invoices-title" className="text-lg font-semibold">
        Invoices
      </h2>
      {invoices.length === 0 && <p className="mt-1 text-muted">There are none yet.</p>}
      <ul className="mt-4 divide-y divide-line border-y border-line empty:hidden">
        {invoices.map(({ id, number, at, total, status }) => (
          <li key={id}>
            <Link
              to="/test-billing/invoice/$invoiceId"
              params={{ invoiceId: id }}
              className="-mx-2 flex items-center gap-3 rounded-md px-2 py-3 text-sm hover:bg-hover"
            >
              <span className="min-w-0 grow">
                <span className="block font-medium">{dayText(at)}</span>
                <span className="block text-muted">{number}</span>
              </span>
              <InvoiceBadge status={status} />
              <span className="tabular-nums">{moneyText(total)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
