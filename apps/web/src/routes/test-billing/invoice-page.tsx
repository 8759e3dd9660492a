import type { TestInvoice } from '@rheos/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { plansQuery } from '../../api/credits.ts'
import { testInvoicePdf, testInvoiceQuery, useTestBilling } from '../../api/test-billing.ts'
import { fullDayText } from '../../features/billing/day-text.ts'
import { moneyText } from '../../features/billing/money-text.ts'
import { InvoiceBadge } from '../../features/test-billing/invoice-badge.tsx'
import { Payment } from '../../features/test-billing/payment.tsx'
import { TestPage } from '../../features/test-billing/test-page.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { usePageTitle } from '../../ui/page-header.tsx'

export function InvoicePage() {
  usePageTitle('Invoice')
  const { invoiceId } = useParams({ from: '/test-billing/invoice/$invoiceId' })
  const query = useQuery(testInvoiceQuery(invoiceId))
  return <TestPage query={query}>{(invoice) => <Invoice invoice={invoice} />}</TestPage>
}

function Invoice({ invoice }: { readonly invoice: TestInvoice }) {
  const payable = invoice.status === 'open' || invoice.status === 'failed'
  return (
    <div className="grid grid-cols-1 gap-x-16 gap-y-10 md:grid-cols-2">
      <Facts invoice={invoice} />
      <div>
        {payable ? (
          <Pay invoice={invoice} />
        ) : (
          <LinkButton to="/settings/billing" variant="primary">
            Back to Billing
          </LinkButton>
        )}
      </div>
    </div>
  )
}

function Facts({ invoice }: { readonly invoice: TestInvoice }) {
  const { id, number, plan: planId, period, total, at, status } = invoice
  const plan = useQuery(plansQuery()).data?.plans.find((one) => one.id === planId)
  return (
    <section>
      <div className="flex items-center gap-3">
        <h1 className="text-muted">Invoice {number}</h1>
        <InvoiceBadge status={status} />
      </div>
      <p className="mt-1 text-3xl font-semibold tabular-nums">{moneyText(total)}</p>
      <dl className="mt-8 space-y-3 text-sm *:flex *:justify-between *:gap-6 [&_dd]:text-end [&_dt]:text-muted">
        <div>
          <dt>For</dt>
          <dd>Rheos {plan?.name}, one month</dd>
        </div>
        <div>
          <dt>From</dt>
          <dd>{fullDayText(period.start)}</dd>
        </div>
        <div>
          <dt>To</dt>
          <dd>{fullDayText(period.end)}</dd>
        </div>
        <div>
          <dt>Written</dt>
          <dd>{fullDayText(at)}</dd>
        </div>
      </dl>
      <a
        href={testInvoicePdf(id)}
        target="_blank"
        rel="noreferrer"
        className={buttonClass('secondary', 'sm', 'mt-6')}
      >
        Open as PDF
      </a>
    </section>
  )
}

function Pay({ invoice }: { readonly invoice: TestInvoice }) {
  const { id, card, confirming, cards, total, status } = invoice
  const kept = useTestBilling('invoices', id, 'pay')
  const amount = moneyText(total)
  const onPaid = () => window.location.assign('/settings/billing')
  return (
    <div className="space-y-6">
      {status === 'failed' && !confirming && (
        <p className="text-pretty text-muted">
          This payment did not succeed. Try again{card !== null && ', or with another card'}.
        </p>
      )}
      {card !== null && !confirming && (
        <Button
          className="w-full"
          loading={kept.isPending}
          onClick={() => kept.mutate({}, { onSuccess: ({ kind }) => kind === 'paid' && onPaid() })}
        >
          Pay {amount} with the card ending in {card}
        </Button>
      )}
      {kept.error !== null && <ErrorNotice error={kept.error} />}
      <Payment
        place="invoices"
        id={id}
        amount={amount}
        confirming={confirming}
        cards={cards}
        onPaid={onPaid}
      />
    </div>
  )
}
