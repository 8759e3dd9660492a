import type { Plan } from '@rheos/contract'

/** `£29`, `£29.50`. */
export function moneyText({ amount, currency }: Plan['price']): string {
  return (amount / 100).toLocaleString('en-GB', {
    style: 'currency',
    currency,
    minimumFractionDigits: amount % 100 === 0 ? 0 : 2,
  })
}
