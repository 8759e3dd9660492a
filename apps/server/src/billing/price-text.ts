/** £29, and £29.50 where there are pence. */
export function priceText(price: { readonly amount: number; readonly currency: string }): string {
  return new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency: price.currency,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(price.amount / 100)
}
