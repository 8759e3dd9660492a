import type { Config } from '../config.ts'
import { Billing } from './billing.ts'
import { BillingEvents } from './billing-events.ts'
import { BillingSync } from './billing-sync.ts'
import { compareBilling } from './compare-billing.ts'
import { createBillingProvider } from './create-billing-provider.ts'

type Parts = Omit<ConstructorParameters<typeof Billing>[0], 'provider' | 'sync' | 'publicUrl'> &
  Omit<ConstructorParameters<typeof BillingSync>[0], 'provider'> &
  Omit<ConstructorParameters<typeof BillingEvents>[0], 'provider' | 'sync'> &
  Omit<Parameters<typeof createBillingProvider>[0], 'publicUrl' | 'stripe' | 'onEvent'> &
  Omit<Parameters<typeof compareBilling>[0], 'provider' | 'sync' | 'events'> & {
    readonly config: Config
  }

/** How plans are paid: the provider, and what follows from what it says. */
export function openBilling({ config, ...parts }: Parts) {
  const { publicUrl, stripe } = config
  const { provider, testBilling } = createBillingProvider({
    ...parts,
    publicUrl,
    stripe,
    onEvent: (event) => billingEvents.receive(event),
  })
  const base = { ...parts, provider }
  const sync = new BillingSync(base)
  const billingEvents: BillingEvents = new BillingEvents({ ...base, sync })
  return {
    billingProvider: provider,
    testBilling,
    advanceTestBilling: testBilling && (() => testBilling.accounts.advanceDue()),
    billingSync: sync,
    billingEvents,
    billing: new Billing({ ...base, sync, publicUrl }),
    compareBilling: () => compareBilling({ ...base, sync, events: billingEvents }),
  }
}

export type OpenBilling = ReturnType<typeof openBilling>
