import type { TestCheckout, TestInvoice, TestPaymentAnswer, TestPortal } from '@rheos/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './request.ts'

/** What can be paid or changed on the pages of test billing. */
type Place = 'checkouts' | 'customers' | 'invoices'

const key = ['test-billing'] as const

function queryOf<T>(place: Place, id: string) {
  return queryOptions({
    queryKey: [...key, place, id],
    queryFn: ({ signal }) => request<T>(`/test-billing/${place}/${id}`, { signal }),
    retry: false,
  })
}

export const testCheckoutQuery = (id: string) => queryOf<TestCheckout>('checkouts', id)
export const testPortalQuery = (id: string) => queryOf<TestPortal>('customers', id)
export const testInvoiceQuery = (id: string) => queryOf<TestInvoice>('invoices', id)

/** Where the printable page of an invoice is. */
export function testInvoicePdf(id: string): string {
  return `/api/v1/test-billing/invoices/${id}/pdf`
}

/** Pays, changes the card or answers the bank; what the pages show is read anew before it is done. */
export function useTestBilling(place: Place, id: string, step: 'pay' | 'card' | 'confirm') {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { readonly card?: string; readonly approved?: boolean }) =>
      request<TestPaymentAnswer>(`/test-billing/${place}/${id}/${step}`, { method: 'POST', body }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  })
}
