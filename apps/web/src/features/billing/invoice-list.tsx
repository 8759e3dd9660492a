import type { Invoice, Plan } from '@rheos/contract'
import { useQuery } from '@tanstack/react-query'
import { useWorkspace } from '../../api/account.ts'
import { billingQuery } from '../../api/billing.ts'
import { plansQuery } from '../../api/credits.ts'
import { Badge, type BadgeProps } from '../../ui/badge.tsx'
import { fullDayText, shortDayText } from './day-text.ts'
import { moneyText } from './money-text.ts'

const statuses: Readonly<
  Record<
    Invoice['status'],
    { readonly text: string; readonly tone: NonNullable<BadgeProps['tone']> }
  >
> = {
  open: { text: 'open', tone: 'warning' },
  failed: { text: 'payment failed', tone: 'danger' },
  paid: { text: 'paid', tone: 'success' },
  refunded: { text: 'paid back', tone: 'neutral' },
  disputed: { text: 'disputed', tone: 'warning' },
  void: { text: 'void', tone: 'neutral' },
}

/** Every invoice with what became of it, newest first. Nothing before the first. */
export function InvoiceList() {
  const { id } = useWorkspace()
  const plans = useQuery(plansQuery()).data?.plans ?? []
  const invoices = useQuery(billingQuery(id)).data?.invoices ?? []
  if (invoices.length === 0) return null
  return (
    <section aria-labelledby="invoices-title">
      <h2 id="invoices-title" className="mb-4 text-xl font-semibold">
        Invoices
      </h2>
      <ul className="border-t border-line text-sm tabular-nums">
        {invoices.map((invoice) => (
          <InvoiceRow key={invoice.id} invoice={invoice} plans={plans} />
        ))}
      </ul>
    </section>
  )
}

interface InvoiceRowProps {
  readonly invoice: Invoice
  readonly plans: readonly Plan[]
}

function InvoiceRow({ invoice, plans }: InvoiceRowProps) {
  const { number, at, period, total, payUrl, pdfUrl } = invoice
  const { text, tone } = statuses[invoice.status]
  const plan = plans.find(({ id }) => id === invoice.plan)
  const name = number ?? 'Invoice'
  const link = 'hit-area font-medium text-accent-ink underline underline-offset-2'
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_8rem_6rem_5rem]">
      <div className="min-w-0">
        <p className="font-medium">{fullDayText(at)}</p>
        <p className="text-muted">
          {[plan?.name, period && periodText(period), number].filter(Boolean).join(' · ')}
        </p>
      </div>
      <p className="col-start-1 sm:col-start-auto">
        <Badge tone={tone}>{text}</Badge>
      </p>
      <p className="col-start-2 row-start-1 self-start text-end font-medium sm:col-start-auto sm:row-start-auto sm:self-center">
        {moneyText(total)}
      </p>
      <p className="flex justify-end gap-4">
        {payUrl !== null && (
          <a href={payUrl} className={link}>
            Pay<span className="sr-only"> {name}</span>
          </a>
        )}
        {pdfUrl !== null && (
          <a href={pdfUrl} className={link} target="_blank" rel="noreferrer">
            PDF<span className="sr-only"> of {name}</span>
          </a>
        )}
      </p>
    </li>
  )
}

function periodText({ start, end }: NonNullable<Invoice['period']>): string {
  return `${shortDayText(start)} – ${shortDayText(end)}`
}
