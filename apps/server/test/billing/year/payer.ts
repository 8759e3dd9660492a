import type { PlanId } from '@rheos/contract'
import type { Random } from '../../../../../packages/credits/test/random.ts'
import type { Context } from '../../../src/context.ts'
import { plans } from '../../../src/plans/plans.ts'
import { Refusal } from '../../../src/refusal.ts'
import type { StripeStandIn } from '../stripe-stand-in/stripe-stand-in.ts'
import { cards } from '../subscribe.ts'

/** Where a payer acts: at the studio, and at the payment provider's pages. */
export interface Town {
  readonly context: Context
  readonly stripe: StripeStandIn
}

/** The owner of a workspace who pays, changes their mind, runs out of money, and uses what they have. */
export class Payer {
  readonly workspaceId: string
  readonly #email: string
  readonly #town: Town
  readonly #random: Random
  #pressed = 0

  private constructor(town: Town, random: Random, workspaceId: string, email: string) {
    this.#town = town
    this.#random = random
    this.workspaceId = workspaceId
    this.#email = email
  }

  static async arrive(town: Town, random: Random, name: string): Promise<Payer> {
    const email = `${name}@example.com`
    const [workspace] = await town.context.workspaces.ofUser({ id: name, name, email })
    if (workspace === undefined) throw new Error('A new person has no workspace.')
    return new Payer(town, random, workspace.id, email)
  }

  /** One of the things that somebody does in a day, or nothing: most days are quiet. */
  async live(): Promise<void> {
    const act = this.#random.pickWeighted<() => Promise<void>>([
      [80, async () => undefined],
      [6, () => this.#spend()],
      [6, () => this.#choose()],
      [2, () => this.#changeCard()],
      [2, () => this.#payBill()],
      [1, () => this.#getMoneyBack()],
    ])
    await act()
  }

  async #choose(): Promise<void> {
    const plan = this.#random.pick<PlanId>(['free', 'business', 'business', 'team', 'team'])
    this.#pressed += 1
    const { billing } = this.#town.context
    const payer = { workspaceId: this.workspaceId, email: this.#email }
    const { price } = plans[plan]
    try {
      const key = `${this.workspaceId}-${this.#pressed}`
      const answer = await billing.changePlan(payer, { plan, price }, key)
      if (answer.kind === 'checkout') this.#payAt(answer.url)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }

  #payAt(url: string): void {
    const id = new URL(url).pathname.split('/').at(-1) ?? ''
    const { good, failsLater, declined } = cards
    // Some look at the page and leave.
    if (this.#random.chance(0.1)) return
    this.#town.stripe.pay(id, this.#random.pick([good, good, good, failsLater, declined]))
  }

  async #changeCard(): Promise<void> {
    const card = this.#random.pick([cards.good, cards.failsLater])
    const { customer } = this.#own() ?? {}
    if (customer !== undefined) this.#town.stripe.changeCard(customer, card)
  }

  async #payBill(): Promise<void> {
    const bill = this.#own()?.bills.find(
      ({ status, attempts }) => status === 'open' && attempts > 0,
    )
    if (bill !== undefined) this.#town.stripe.payInvoice(bill.id, cards.good)
  }

  async #getMoneyBack(): Promise<void> {
    const bill = this.#own()?.bills.findLast(
      ({ status, refunded, dispute }) => status === 'paid' && refunded === 0 && dispute === 'none',
    )
    if (bill === undefined) return
    if (this.#random.chance(0.5)) this.#town.stripe.refund(bill.id)
    else this.#town.stripe.dispute(bill.id, this.#random.pick(['open', 'won', 'lost']))
  }

  async #spend(): Promise<void> {
    const { ledger } = this.#town.context
    const operation = { accountId: this.workspaceId, operationId: `work-${this.#random.seed()}` }
    const quantity = this.#random.between(1, 60)
    const held = await ledger.hold({
      ...operation,
      action: 'image.standard',
      quantity,
      quote: { version: 2, credits: 5 * quantity },
      requestHash: '',
      actor: { memberId: 'owner' },
    })
    if (held.kind !== 'held') return
    await ledger.start(operation)
    if (this.#random.chance(0.2)) await ledger.release({ ...operation, reason: 'it failed' })
    else await ledger.settle({ ...operation, quantity: this.#random.between(1, quantity) })
  }

  #own() {
    return this.#town.stripe.billsOf(this.workspaceId)
  }
}
