import { setUpPrices } from './billing/stripe/set-up-prices.ts'
import { createStripeClient } from './billing/stripe/stripe-client.ts'
import { ConfigError, readStripeAccount } from './config.ts'
import { plans } from './plans/plans.ts'

export interface StripeSetupOptions {
  readonly environment?: Record<string, string | undefined>
  readonly write?: (line: string) => void
}

/**
 * Makes the prices of the plans in the Stripe account of STRIPE_SECRET_KEY and says which settings name
 * them. Answers 0, or 1 where that was not possible or would have touched real money unasked.
 */
export async function runStripeSetup(
  args: readonly string[],
  { environment, write = toOutput }: StripeSetupOptions = {},
): Promise<number> {
  try {
    const account = readStripeAccount(environment)
    if (account.live && !args.includes('--live')) {
      write('This is the key of a live account, where money moves. Add --live if you mean it.')
      return 1
    }
    const prices = await setUpPrices(createStripeClient(account), plans)
    for (const line of linesOf(prices)) write(line)
    return 0
  } catch (error) {
    write(sentenceOf(error))
    return 1
  }
}

function linesOf({ business, team }: { readonly business: string; readonly team: string }) {
  return [
    'The prices are there. Start Rheos with:',
    '',
    `STRIPE_PRICE_BUSINESS=${business}`,
    `STRIPE_PRICE_TEAM=${team}`,
    '',
    'and with STRIPE_SECRET_KEY, and STRIPE_WEBHOOK_SECRET of an endpoint that you add at Stripe for',
    'PUBLIC_URL/api/v1/webhooks/stripe with the events checkout.session.*, customer.subscription.*,',
    'invoice.*, charge.refunded and charge.dispute.*. Save the settings of the customer portal there once.',
  ]
}

function sentenceOf(error: unknown): string {
  if (error instanceof ConfigError) return error.message
  return `Stripe did not make the prices: ${error instanceof Error ? error.message : String(error)}`
}

function toOutput(line: string): void {
  process.stdout.write(`${line}\n`)
}
