import type Stripe from 'stripe'
import { createStripeClient } from '../src/billing/stripe/stripe-client.ts'
import { plans } from '../src/plans/plans.ts'
import { cards } from '../test/billing/subscribe.ts'
import type { PayingStudio } from './paying-studio.ts'

/** A new workspace on Business, paid for. */
export async function subscriber(
  { studio, stripe }: PayingStudio,
  name: string,
): Promise<Stripe.Subscription> {
  const { workspaces, billing, billingProvider } = studio.context
  const email = `${name}@example.com`
  const [workspace] = await workspaces.ofUser({ id: name, name, email })
  if (workspace === undefined) throw new Error('A new person has no workspace.')
  const order = { plan: 'business', price: plans.business.price } as const
  const answer = await billing.changePlan({ workspaceId: workspace.id, email }, order, name)
  if (answer.kind !== 'checkout') throw new Error('Nobody was asked to pay.')
  stripe.pay(checkoutIn(answer.url), cards.good)
  const customer = await billingProvider.customer(workspace.id, email)
  const { data } = await createStripeClient(stripe.config).subscriptions.list({ customer })
  const [subscription] = data
  if (subscription === undefined) throw new Error('What was paid came to no subscription.')
  return subscription
}

/** The id of the checkout that a page is of. */
export function checkoutIn(url: string): string {
  return new URL(url).pathname.split('/').at(-1) ?? ''
}
