import type { Subscription } from '@rheos/contract'

type Card = NonNullable<Subscription['card']>

/** `Visa ending in 4242`. */
export function cardText({ brand, last4 }: Card): string {
  return `${brand.slice(0, 1).toUpperCase()}${brand.slice(1)} ending in ${last4}`
}

/** `Expires 04/28`, and in the past tense where it has. */
export function cardExpiryText(
  { expiresMonth, expiresYear }: Card,
  now: Date = new Date(),
): string {
  const month = String(expiresMonth).padStart(2, '0')
  const year = String(expiresYear % 100).padStart(2, '0')
  // It is good until the end of its month.
  const expired = now >= new Date(expiresYear, expiresMonth, 1)
  return `${expired ? 'Expired' : 'Expires'} ${month}/${year}`
}
