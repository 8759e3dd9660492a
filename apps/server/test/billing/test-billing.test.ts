import { pino } from 'pino'
import { v7 } from 'uuid'
import { createTestDatabase } from '../../../../test/database.ts'
import type { SignedEvent } from '../../src/billing/billing-provider.ts'
import { createBillingProvider } from '../../src/billing/create-billing-provider.ts'
import type { Biller } from '../../src/billing/test-billing/biller.ts'
import type { TestInvoice } from '../../src/billing/test-billing/test-account.ts'
import { Database } from '../../src/db/database.ts'
import { Refusal } from '../../src/refusal.ts'
import { type ProviderAtWork, providerContract } from './provider-contract.ts'

providerContract('test billing', async (): Promise<ProviderAtWork> => {
  const { url, drop } = await createTestDatabase({ template: 'server' })
  const database = new Database(url, { connectionsMax: 5 })
  let now = Date.UTC(2026, 2, 14, 9, 20, 30)
  const events: SignedEvent[] = []
  const { provider, testBilling } = createBillingProvider({
    database,
    clock: () => now,
    newId: () => v7(),
    log: pino({ level: 'silent' }),
    publicUrl: 'https://studio.test',
    stripe: undefined,
    onEvent: async (event) => void events.push(event),
  })
  if (testBilling === undefined) throw new Error('It is not test billing.')
  const { accounts, pages } = testBilling
  const withInvoice = (id: string, work: (biller: Biller, invoice: TestInvoice) => void) =>
    accounts.change(id, (biller) => {
      const invoice = biller.account.invoices.find((one) => one.id === id)
      if (invoice !== undefined) work(biller, invoice)
    })
  return {
    provider,
    events,
    now: () => now,
    turnTo: async (instant) => {
      now = instant
      await accounts.advanceDue()
    },
    pay: async (id, card) => {
      try {
        return (await pages.payCheckout(id, card)).kind
      } catch (error) {
        return declinedOr(error)
      }
    },
    confirmCheckout: async (id, approved) => {
      await pages.confirmCheckout(id, approved).catch(declinedOr)
    },
    changeCard: async (id, card) => void (await pages.changeCard(id, card)),
    payInvoice: async (id) => void (await pages.payInvoice(id)),
    confirmInvoice: async (id, approved) => {
      await pages.confirmInvoice(id, approved).catch(declinedOr)
    },
    refund: (id, amount) => withInvoice(id, (biller, invoice) => biller.refund(invoice, amount)),
    dispute: (id, state) => withInvoice(id, (biller, invoice) => biller.dispute(invoice, state)),
    close: async () => {
      await database.close()
      await drop()
    },
  }
})

function declinedOr(error: unknown): 'declined' {
  if (error instanceof Refusal && error.code === 'payment_declined') return 'declined'
  throw error
}
