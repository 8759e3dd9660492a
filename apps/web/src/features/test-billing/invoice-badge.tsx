import type { TestInvoice } from '@rheos/contract'
import { Badge } from '../../ui/badge.tsx'

const looks = {
  open: { text: 'open', tone: 'warning' },
  failed: { text: 'payment failed', tone: 'danger' },
  paid: { text: 'paid', tone: 'success' },
  refunded: { text: 'paid back', tone: 'neutral' },
  void: { text: 'void', tone: 'neutral' },
} as const

export function InvoiceBadge({ status }: { readonly status: TestInvoice['status'] }) {
  const { text, tone } = looks[status]
  return <Badge tone={tone}>{text}</Badge>
}
