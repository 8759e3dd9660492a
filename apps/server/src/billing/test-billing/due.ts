import type { Instant } from '../../clock.ts'
import type { TestAccount, TestCheckout, TestInvoice, TestSubscription } from './test-account.ts'

/** What happens by itself when its time comes. */
export type Due = { readonly at: Instant } & (
  | { readonly kind: 'expire_checkout'; readonly checkout: TestCheckout }
  | { readonly kind: 'expire_upgrade'; readonly invoice: TestInvoice }
  | { readonly kind: 'collect'; readonly invoice: TestInvoice }
  | { readonly kind: 'renew'; readonly subscription: TestSubscription }
)

/** Undefined: nothing will. Of what is due at one instant, bills are charged before the next one is written. */
export function nextDue(account: TestAccount): Due | undefined {
  const dues: Due[] = []
  for (const checkout of account.checkouts) {
    if (checkout.status === 'open')
      dues.push({ kind: 'expire_checkout', at: checkout.expiresAt, checkout })
  }
  for (const invoice of account.invoices) {
    if (invoice.status !== 'open') continue
    if (invoice.expiresAt !== null)
      dues.push({ kind: 'expire_upgrade', at: invoice.expiresAt, invoice })
    if (invoice.nextAttemptAt !== null)
      dues.push({ kind: 'collect', at: invoice.nextAttemptAt, invoice })
  }
  for (const subscription of account.subscriptions) {
    if (subscription.endedAt === null)
      dues.push({ kind: 'renew', at: subscription.period.end, subscription })
  }
  return dues.toSorted((a, b) => a.at - b.at)[0]
}
