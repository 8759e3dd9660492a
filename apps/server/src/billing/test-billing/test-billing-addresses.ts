import type { InvoiceAddresses } from './subscription-view.ts'

/** Where the pages of test billing are. */
export interface TestBillingAddresses extends InvoiceAddresses {
  checkout(checkoutId: string): string
  portal(customerId: string, returnUrl: string): string
}

export function testBillingAddresses(publicUrl: string): TestBillingAddresses {
  return {
    checkout: (id) => `${publicUrl}/test-billing/checkout/${id}`,
    portal: (id, returnUrl) =>
      `${publicUrl}/test-billing/portal/${id}?return=${encodeURIComponent(returnUrl)}`,
    page: (id) => `${publicUrl}/test-billing/invoice/${id}`,
    pdf: (id) => `${publicUrl}/api/v1/test-billing/invoices/${id}/pdf`,
  }
}
