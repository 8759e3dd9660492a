import type { PaidPlanId } from '@rheos/contract'
import type Stripe from 'stripe'
import type { Plan } from '../../plans/plans.ts'
import type { StripeConfig } from './stripe-config.ts'
import { isMissing } from './stripe-reading.ts'

export type PaidPlans = Readonly<Record<PaidPlanId, Pick<Plan, 'id' | 'name' | 'price'>>>

/**
 * Makes a product and a monthly price for each paid plan, where the account has them not yet. A plan whose
 * price has changed gets a new price; who pays the old one goes on paying it.
 */
export async function setUpPrices(
  client: Stripe,
  plans: PaidPlans,
): Promise<StripeConfig['prices']> {
  return {
    business: await setUpPrice(client, plans.business),
    team: await setUpPrice(client, plans.team),
  }
}

async function setUpPrice(client: Stripe, { id, name, price }: PaidPlans[PaidPlanId]) {
  const lookupKey = `rheos_${id}_monthly`
  const { data } = await client.prices.list({ lookup_keys: [lookupKey], active: true })
  const [known] = data
  const currency = price.currency.toLowerCase()
  if (known?.unit_amount === price.amount && known.currency === currency) return known.id
  const made = await client.prices.create({
    product: await productOf(client, `rheos_${id}`, `Rheos ${name}`),
    currency,
    unit_amount: price.amount,
    recurring: { interval: 'month' },
    lookup_key: lookupKey,
    transfer_lookup_key: true,
  })
  return made.id
}

async function productOf(client: Stripe, id: string, name: string): Promise<string> {
  try {
    return (await client.products.retrieve(id)).id
  } catch (error) {
    if (!isMissing(error)) throw error
    return (await client.products.create({ id, name })).id
  }
}
