import type { Billing, Invoice } from '@rheos/contract'
import { Badge, type BadgeProps } from '../../ui/badge.tsx'
import { Cell, Column, Row, RowHead, Table } from '../../ui/table.tsx'
import { cardText } from '../billing/card-text.ts'
import { moneyText } from '../billing/money-text.ts'
import { resetText } from '../credits/reset-text.ts'
import { dateText } from '../when.ts'

/** The subscription of a workspace and its bills, as its owner sees them. */
export function PlanFacts({ billing }: { readonly billing: Billing }) {
  const { subscription, invoices } = billing
  return (
    <>
      {subscription === null ? (
        <p className="text-sm text-muted">There is no subscription.</p>
      ) : (
        <dl className="grid grid-cols-2 gap-x-6 gap-y-5 text-sm tabular-nums sm:grid-cols-4">
          {factsOf(subscription).map(([name, value]) => (
            <div key={name}>
              <dt className="text-muted">{name}</dt>
              <dd className="mt-0.5 font-medium first-letter:uppercase">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {invoices.length > 0 && (
        <div className="mt-6">
          <Invoices billing={billing} />
        </div>
      )}
    </>
  )
}

function factsOf(subscription: NonNullable<Billing['subscription']>) {
  const { plan, standing, next, card } = subscription
  return [
    ['Plan', plan],
    ['Standing', standing === 'good' ? 'Good' : 'Payment failed'],
    [next.plan === plan ? 'Renews' : `Then ${next.plan}`, resetText(next.at)],
    ['Card', card === null ? 'None' : cardText(card)],
  ] as const
}

const states: Readonly<Record<Invoice['status'], NonNullable<BadgeProps['tone']>>> = {
  paid: 'success',
  open: 'neutral',
  failed: 'danger',
  refunded: 'warning',
  disputed: 'warning',
  void: 'neutral',
}

/** Those of test billing are shown to their owner alone. */
function Invoices({ billing: { provider, invoices } }: { readonly billing: Billing }) {
  return (
    <Table
      caption="Invoices, newest first"
      head={
        <>
          <Column>Invoice</Column>
          <Column wide>Of</Column>
          <Column>State</Column>
          <Column end>Total</Column>
        </>
      }
    >
      {invoices.map(({ id, number, pdfUrl, at, status, total }) => (
        <Row key={id}>
          <RowHead className="wrap-anywhere">
            {pdfUrl === null || provider === 'test' ? (
              (number ?? id)
            ) : (
              <a href={pdfUrl} className="hit-area text-accent-ink underline underline-offset-2">
                {number ?? id}
              </a>
            )}
            <span className="block font-normal text-muted md:hidden">{dateText(at)}</span>
          </RowHead>
          <Cell wide quiet>
            {dateText(at)}
          </Cell>
          <Cell>
            <Badge tone={states[status]}>{status}</Badge>
          </Cell>
          <Cell end>{moneyText(total)}</Cell>
        </Row>
      ))}
    </Table>
  )
}
