import type Stripe from 'stripe'
import type { ProviderEvent } from '../billing-provider.ts'
import { idOf } from './id-of.ts'
import { instantOf } from './instant-of.ts'
import { subscriptionIdOf } from './invoice-from.ts'

type About = Pick<ProviderEvent, 'subscriptionId' | 'customerId' | 'paymentId'>

/** Whom an event of Stripe's is about. Types that are not billing's are about nobody. */
export function providerEventFrom(event: Stripe.Event): ProviderEvent {
  return {
    id: event.id,
    type: event.type,
    createdAt: instantOf(event.created),
    ...aboutWhom(event.data.object),
  }
}

const nobody: About = { subscriptionId: undefined, customerId: undefined, paymentId: undefined }

function aboutWhom(object: Stripe.Event.Data.Object): About {
  switch (objectKind(object)) {
    case 'subscription': {
      const { id, customer } = object as Stripe.Subscription
      return { ...nobody, subscriptionId: id, customerId: idOf(customer) }
    }
    case 'invoice': {
      const invoice = object as Stripe.Invoice
      const customerId = idOf(invoice.customer)
      return { ...nobody, subscriptionId: subscriptionIdOf(invoice), customerId }
    }
    case 'checkout.session': {
      const { subscription, customer } = object as Stripe.Checkout.Session
      return { ...nobody, subscriptionId: idOf(subscription), customerId: idOf(customer) }
    }
    case 'charge': {
      const { payment_intent: payment, customer } = object as Stripe.Charge
      return { ...nobody, customerId: idOf(customer), paymentId: idOf(payment) }
    }
    case 'refund': {
      const { payment_intent: payment, customer } = object as Stripe.Refund
      return { ...nobody, customerId: idOf(customer), paymentId: idOf(payment) }
    }
    case 'dispute':
      return { ...nobody, paymentId: idOf((object as Stripe.Dispute).payment_intent) }
    case 'payment_method':
      return { ...nobody, customerId: idOf((object as Stripe.PaymentMethod).customer) }
    case 'customer':
      return { ...nobody, customerId: (object as Stripe.Customer).id }
    default:
      return nobody
  }
}

function objectKind(object: object): unknown {
  return 'object' in object ? object.object : undefined
}
