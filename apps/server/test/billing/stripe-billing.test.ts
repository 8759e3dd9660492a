import { expect, test } from 'vitest'
import { BillingProviderError, type SignedEvent } from '../../src/billing/billing-provider.ts'
import { StripeBilling } from '../../src/billing/stripe/stripe-billing.ts'
import { type ProviderAtWork, providerContract } from './provider-contract.ts'
import { StripeStandIn } from './stripe-stand-in/stripe-stand-in.ts'

providerContract('Stripe', async (): Promise<ProviderAtWork> => {
  let now = Date.UTC(2026, 2, 14, 9, 20, 30)
  const events: SignedEvent[] = []
  const stripe = await StripeStandIn.start({
    clock: () => now,
    onEvent: async (event) => void events.push(event),
  })
  const after = async <T>(done: T): Promise<T> => {
    await stripe.deliver()
    return done
  }
  return {
    provider: new StripeBilling(stripe.config),
    events,
    now: () => now,
    turnTo: async (instant) => {
      now = instant
      stripe.advance()
    },
    pay: async (id, card) => after(stripe.pay(id, card)),
    confirmCheckout: async (id, approved) => after(stripe.confirmCheckout(id, approved)),
    changeCard: async (id, card) => void stripe.changeCard(id, card),
    payInvoice: async (id) => void stripe.payInvoice(id),
    confirmInvoice: async (id, approved) => after(stripe.confirmInvoice(id, approved)),
    refund: async (id, amount) => after(stripe.refund(id, amount)),
    dispute: async (id, state) => after(stripe.dispute(id, state)),
    close: () => stripe.close(),
  }
})

test('a Stripe that cannot be reached, or does not know the key, is said to be the reason', async () => {
  const stripe = await StripeStandIn.start({ clock: Date.now })
  const stranger = new StripeBilling({ ...stripe.config, secretKey: 'sk_test_other' })
  await expect(stranger.read('sub_1')).rejects.toThrow(BillingProviderError)
  await expect(stranger.all()[Symbol.asyncIterator]().next()).rejects.toThrow(BillingProviderError)
  await stripe.close()
  const gone = new StripeBilling(stripe.config)
  await expect(gone.customer('workspace', 'ada@example.com')).rejects.toThrow(BillingProviderError)
})
