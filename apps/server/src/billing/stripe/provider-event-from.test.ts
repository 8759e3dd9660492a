import type Stripe from 'stripe'
import { expect, it } from 'vitest'
import { providerEventFrom } from './provider-event-from.ts'

const of = (object: object) =>
  providerEventFrom({
    id: 'evt_1',
    type: 'something',
    created: 7,
    data: { object },
  } as unknown as Stripe.Event)

const inInvoice = { subscription_details: { subscription: 'sub_1' } }

it.each([
  [{ object: 'subscription', id: 'sub_1', customer: 'cus_1' }, ['sub_1', 'cus_1', undefined]],
  [{ object: 'invoice', customer: 'cus_1', parent: inInvoice }, ['sub_1', 'cus_1', undefined]],
  [{ object: 'invoice', customer: 'cus_1', parent: null }, [undefined, 'cus_1', undefined]],
  [
    { object: 'checkout.session', customer: 'cus_1', subscription: 'sub_1' },
    ['sub_1', 'cus_1', undefined],
  ],
  [{ object: 'charge', customer: 'cus_1', payment_intent: 'pi_1' }, [undefined, 'cus_1', 'pi_1']],
  [{ object: 'refund', customer: null, payment_intent: 'pi_1' }, [undefined, undefined, 'pi_1']],
  [{ object: 'dispute', payment_intent: 'pi_1' }, [undefined, undefined, 'pi_1']],
  [{ object: 'payment_method', customer: 'cus_1' }, [undefined, 'cus_1', undefined]],
  [{ object: 'customer', id: 'cus_1' }, [undefined, 'cus_1', undefined]],
  [{ object: 'payout', id: 'po_1' }, [undefined, undefined, undefined]],
  [{}, [undefined, undefined, undefined]],
])('knows whom %o is about', (object, [subscriptionId, customerId, paymentId]) => {
  expect(of(object)).toEqual({
    id: 'evt_1',
    type: 'something',
    createdAt: 7000,
    subscriptionId,
    customerId,
    paymentId,
  })
})
