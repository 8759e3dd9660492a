import Stripe from 'stripe'
import type { StripeConfig } from './stripe-config.ts'

/** Someone waits at the page for most of what is asked. */
const timeoutMs = 10_000
const retries = 2

/** Speaks the version of the API that the library has its types for. */
export function createStripeClient({
  secretKey,
  apiUrl,
}: Pick<StripeConfig, 'secretKey' | 'apiUrl'>): Stripe {
  return new Stripe(secretKey, {
    apiVersion: Stripe.API_VERSION,
    timeout: timeoutMs,
    maxNetworkRetries: retries,
    telemetry: false,
    ...(apiUrl !== undefined && elsewhere(new URL(apiUrl))),
  })
}

function elsewhere({ hostname, port, protocol }: URL) {
  const secure = protocol === 'https:'
  return {
    host: hostname,
    port: port || (secure ? 443 : 80),
    protocol: secure ? ('https' as const) : ('http' as const),
  }
}
