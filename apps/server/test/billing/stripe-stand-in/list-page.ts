import type Stripe from 'stripe'
import { noSuch } from './stripe-problem.ts'

/** A page of a list, newest first, after the object that `starting_after` names. */
export function listPage<T extends { readonly id: string }>(
  all: readonly T[],
  { limit = 10, starting_after: after }: Stripe.PaginationParams,
  url: string,
): Stripe.ApiList<T> {
  const from = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1
  if (after !== undefined && from === 0) throw noSuch('object', after)
  const data = all.slice(from, from + limit)
  return { object: 'list', data, has_more: from + limit < all.length, url }
}
