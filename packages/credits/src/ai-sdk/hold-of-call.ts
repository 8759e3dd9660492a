import { assert } from '../assert.ts'
import type { HoldInput } from '../command.ts'
import { currentBook, quote } from '../price-book.ts'
import type { CreditsOptions } from './credits-options.ts'
import type { MeteringSettings } from './metering-settings.ts'

/** What one call wants to be set aside. Options of the call go before those of the middleware. */
export function holdOfCall(
  settings: MeteringSettings,
  given: CreditsOptions,
  call: { readonly operationId: string; readonly quantity: number },
): HoldInput {
  const options = { ...settings, ...given }
  const { accountId, actor = {}, requestHash = '' } = options
  assert(accountId !== undefined, 'Say whose credits are meant: credits.accountId.')
  const { operationId, quantity } = call
  const request = { action: settings.action, quantity }
  const price = options.quote ?? quote(currentBook(settings.priceBook), request, settings.now())
  // The ledger looks the operation up first, and then refuses an action without a price.
  const { version, credits } = price ?? { version: 0, credits: 0 }
  const order = { accountId, operationId, ...request, requestHash, actor }
  return { ...order, quote: { version, credits } }
}
