import { pino } from 'pino'
import { v7 } from 'uuid'
import type { SignedEvent } from '../src/billing/billing-provider.ts'
import { readConfig } from '../src/config.ts'
import { openStudio, type Studio } from '../src/studio.ts'
import { StripeStandIn } from '../test/billing/stripe-stand-in/stripe-stand-in.ts'
import { freePort } from '../test/free-port.ts'

/** A studio whose plans are paid by a Stripe on loopback. */
export interface PayingStudio {
  readonly studio: Studio
  readonly stripe: StripeStandIn
  readonly url: string
  /** Sends an event as Stripe does; resolves with how long the answer took, in milliseconds. */
  readonly bring: (event: SignedEvent) => Promise<number>
}

/** Opens one on an empty database for as long as `work` takes. */
export async function inPayingStudio<T>(
  { connectionString, dataDir }: { readonly connectionString: string; readonly dataDir: string },
  work: (paying: PayingStudio) => Promise<T>,
): Promise<T> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const bring = async ({ rawBody, signature }: SignedEvent) => {
    const began = performance.now()
    const answer = await fetch(`${url}/api/v1/webhooks/stripe`, {
      method: 'POST',
      headers: { 'stripe-signature': signature, 'content-type': 'application/json' },
      body: rawBody,
    })
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`An event was answered ${answer.status}.`)
    return performance.now() - began
  }
  const stripe = await StripeStandIn.start({
    clock: Date.now,
    onEvent: async (event) => void (await bring(event)),
  })
  const studio = await openStudio({
    config: { ...readConfig({ LOG_LEVEL: 'silent' }), dataDir, port, stripe: stripe.config },
    connectionString,
    clock: Date.now,
    newId: () => v7(),
    log: pino({ level: 'silent' }),
    show: () => undefined,
  })
  try {
    return await work({ studio, stripe, url, bring })
  } finally {
    await studio.close()
    await stripe.close()
  }
}
