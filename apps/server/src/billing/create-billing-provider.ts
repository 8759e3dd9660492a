import type { BillingProvider } from './billing-provider.ts'
import { StripeBilling } from './stripe/stripe-billing.ts'
import type { StripeConfig } from './stripe/stripe-config.ts'
import { TestAccounts, type TestAccountsOptions } from './test-billing/test-accounts.ts'
import { TestBilling } from './test-billing/test-billing.ts'
import { testBillingAddresses } from './test-billing/test-billing-addresses.ts'
import { TestBillingPages } from './test-billing/test-billing-pages.ts'

export interface BillingProviderOptions extends TestAccountsOptions {
  readonly publicUrl: string
  /** Absent: there are no keys. */
  readonly stripe: StripeConfig | undefined
}

/** The provider of this installation; where that is test billing, its accounts and its own pages. */
export interface ChosenBilling {
  readonly provider: BillingProvider
  readonly testBilling:
    | { readonly accounts: TestAccounts; readonly pages: TestBillingPages }
    | undefined
}

/** Stripe where its keys are set, else test billing. */
export function createBillingProvider(options: BillingProviderOptions): ChosenBilling {
  if (options.stripe !== undefined)
    return { provider: new StripeBilling(options.stripe), testBilling: undefined }
  const accounts = new TestAccounts(options)
  const addresses = testBillingAddresses(options.publicUrl)
  return {
    provider: new TestBilling({ accounts, addresses }),
    testBilling: { accounts, pages: new TestBillingPages(accounts) },
  }
}
