import type {
  TestCheckout as CheckoutView,
  TestInvoice as InvoiceView,
  TestPaymentAnswer,
  TestPortal,
} from '@rheos/contract'
import { Refusal } from '../../refusal.ts'
import type { Biller } from './biller.ts'
import { type InvoicePdf, invoicePdf } from './invoice-pdf.ts'
import { checkoutView, pageInvoiceView, portalView } from './page-views.ts'
import type { TestAccount, TestCheckout, TestInvoice } from './test-account.ts'
import type { TestAccounts } from './test-accounts.ts'
import { type ChargeResult, findTestCard } from './test-cards.ts'

/**
 * What a person does on the pages of test billing. Ids are believed: whoever calls has asked
 * {@link TestBillingPages.workspaceOf} whose they are. Refuses what is not there.
 */
export class TestBillingPages {
  readonly #accounts: TestAccounts

  constructor(accounts: TestAccounts) {
    this.#accounts = accounts
  }

  /** The workspace whose customer, checkout or invoice this is. */
  async workspaceOf(id: string): Promise<string | undefined> {
    return (await this.#accounts.find(id))?.workspaceId ?? undefined
  }

  async checkout(id: string): Promise<CheckoutView> {
    const account = await this.#account(id)
    return checkoutView(account, checkoutIn(account, id))
  }

  payCheckout(id: string, card: string): Promise<TestPaymentAnswer> {
    const number = requireCard(card)
    return this.#change(id, (biller) =>
      answerOf(biller.payCheckout(requireOpen(checkoutIn(biller.account, id)), number)),
    )
  }

  confirmCheckout(id: string, approved: boolean): Promise<TestPaymentAnswer> {
    return this.#change(id, (biller) => {
      const checkout = requireOpen(checkoutIn(biller.account, id))
      biller.confirmCheckout(checkout, approved)
      return answerOf(checkout.status === 'paid' ? 'paid' : 'declined')
    })
  }

  async portal(customerId: string): Promise<TestPortal> {
    return portalView(await this.#account(customerId))
  }

  changeCard(customerId: string, card: string): Promise<TestPaymentAnswer> {
    const number = requireCard(card)
    return this.#change(customerId, (biller) => answerOf(biller.changeCard(number)))
  }

  async invoice(id: string): Promise<InvoiceView> {
    const account = await this.#account(id)
    return pageInvoiceView(account, invoiceIn(account, id))
  }

  /** Without a card the one on file is charged. */
  payInvoice(id: string, card?: string): Promise<TestPaymentAnswer> {
    const number = card === undefined ? undefined : requireCard(card)
    return this.#change(id, (biller) =>
      answerOf(biller.payInvoice(requireOpen(invoiceIn(biller.account, id)), number)),
    )
  }

  confirmInvoice(id: string, approved: boolean): Promise<TestPaymentAnswer> {
    return this.#change(id, (biller) => {
      const invoice = requireOpen(invoiceIn(biller.account, id))
      biller.confirmInvoice(invoice, approved)
      return answerOf(invoice.status === 'paid' ? 'paid' : 'declined')
    })
  }

  async pdf(invoiceId: string): Promise<InvoicePdf> {
    return invoicePdf(await this.invoice(invoiceId))
  }

  async #account(id: string): Promise<TestAccount> {
    const account = await this.#accounts.find(id)
    if (account === undefined) throw nothingThere()
    return account
  }

  /** A declined payment is kept like any other: only then is it refused. */
  async #change(
    id: string,
    work: (biller: Biller) => TestPaymentAnswer | Refusal,
  ): Promise<TestPaymentAnswer> {
    const answer = await this.#accounts.change(id, work)
    if (answer === undefined) throw nothingThere()
    if (answer instanceof Refusal) throw answer
    return answer
  }
}

function checkoutIn(account: TestAccount, id: string): TestCheckout {
  return required(account.checkouts.find((checkout) => checkout.id === id))
}

function invoiceIn(account: TestAccount, id: string): TestInvoice {
  return required(account.invoices.find((invoice) => invoice.id === id))
}

function required<T>(found: T | undefined): T {
  if (found === undefined) throw nothingThere()
  return found
}

function requireOpen<T extends { readonly status: string }>(payable: T): T {
  if (payable.status === 'open') return payable
  throw new Refusal(
    'conflict',
    'This can no longer be paid: go back to Settings → Billing and look there. Nothing was charged.',
  )
}

function requireCard(card: string): string {
  const found = findTestCard(card)
  if (found !== undefined) return found.number
  throw new Refusal(
    'invalid_request',
    'This is not one of the test cards: choose one of those shown. Nothing was charged.',
  )
}

function answerOf(result: ChargeResult): TestPaymentAnswer | Refusal {
  if (result !== 'declined') return { kind: result }
  return new Refusal(
    'payment_declined',
    'The card was declined: try another one. Nothing was charged.',
  )
}

function nothingThere(): Refusal {
  return new Refusal('not_found', 'There is no such page of test billing.')
}
