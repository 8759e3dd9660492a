import type { HoldInput, LedgerCommands, SettleInput } from '@rheos/credits'
import type { Random } from '../../test/random.ts'
import { deliver, UndoneError } from '../product/rows.ts'
import { hasResult } from '../workspaces.ts'
import { factOf, factOfAnswer } from './facts.ts'
import type { Fact } from './messages.ts'
import type { Site } from './site.ts'

/** At any time about half of those who work are at something that takes as long as a lease. */
const LONG_WORK_EVERY_MS = 150

/**
 * One action from the click to its end, by one caller. Whatever is answered is told before anything
 * else is asked.
 */
export class OperationLife {
  readonly #site: Site
  readonly #random: Random
  readonly #order: HoldInput
  readonly #target: Pick<HoldInput, 'accountId' | 'operationId'>
  #last: Fact | undefined

  constructor(site: Site, random: Random, order: HoldInput) {
    this.#site = site
    this.#random = random
    this.#order = order
    this.#target = { accountId: order.accountId, operationId: order.operationId }
  }

  async run(): Promise<void> {
    if (!(await this.#hold())) return
    await this.#site.rest(this.#random.between(0, 20))
    if (this.#random.chance(0.1)) await this.#release('cancelled')
    else await this.#workAndEnd()
    if (this.#random.chance(0.1)) await this.#endAgain()
    if (this.#random.chance(0.2)) await this.#look()
  }

  /** For an order of an earlier life whose answer was lost. */
  async resume(): Promise<void> {
    if (!(await this.#hold())) return
    if (this.#random.chance(0.5)) await this.#release('cancelled')
    else await this.#settle()
  }

  /** Whether there is an open operation. Some click twice, and some do not believe a refusal. */
  async #hold(): Promise<boolean> {
    await this.#site.tell({ type: 'asked', hold: this.#order })
    const clicks = this.#random.chance(0.15) ? 2 : 1
    const answers = await Promise.all(Array.from({ length: clicks }, () => this.#askToHold()))
    const isHeld = answers.every((fact) => fact?.state === 'open')
    if (!isHeld && this.#random.chance(0.3)) await this.#askToHold()
    return isHeld
  }

  async #askToHold(): Promise<Fact | undefined> {
    return await this.#ask('hold', () => this.#do((ledger) => ledger.hold(this.#order)))
  }

  async #workAndEnd(): Promise<void> {
    const isStarted = this.#random.chance(0.8)
    if (isStarted && !((await this.#start()) && (await this.#work()))) return
    if (this.#random.chance(0.1)) await this.#release('provider_failed')
    else await this.#settle()
  }

  async #start(): Promise<boolean> {
    const fact = await this.#ask('start', () => this.#do((ledger) => ledger.start(this.#target)))
    return fact?.state === 'open'
  }

  /** Whether the lease still holds in the end. */
  async #work(): Promise<boolean> {
    const { leaseMs } = this.#site.opening
    let left = this.#random.chance(LONG_WORK_EVERY_MS / leaseMs)
      ? this.#random.between(leaseMs / 2, leaseMs * 1.2)
      : this.#random.between(5, 150)
    while (left > leaseMs / 3 && !this.#site.isFinishing) {
      await this.#site.rest(leaseMs / 3)
      left -= leaseMs / 3
      const fact = await this.#ask('renew', () => this.#ledger.renew(this.#target))
      if (fact?.state !== 'open') return false
    }
    await this.#site.rest(left)
    return true
  }

  async #settle(): Promise<void> {
    const settle = { ...this.#target, quantity: this.#random.between(1, this.#order.quantity) }
    if (hasResult(this.#order.action)) await this.#deliver(settle)
    else await this.#ask('settle', () => this.#ledger.settle(settle))
  }

  async #deliver(settle: SettleInput): Promise<void> {
    const { opened } = this.#site
    if (this.#random.chance(0.1)) await this.#deliverAndUndo(settle)
    await this.#ask('deliver', () => deliver(opened, { settle, isUndone: false }))
  }

  async #deliverAndUndo(settle: SettleInput): Promise<void> {
    try {
      await deliver(this.#site.opened, { settle, isUndone: true })
    } catch (error) {
      if (!(error instanceof UndoneError)) await this.#site.failed('deliver', error)
    }
  }

  async #release(reason: string): Promise<void> {
    const input = { ...this.#target, reason }
    await this.#ask('release', () => this.#do((ledger) => ledger.release(input)))
  }

  /** It ends once: whatever comes later is told how. */
  async #endAgain(): Promise<void> {
    const isOver = this.#last?.state === 'settled' || this.#last?.state === 'released'
    if (!isOver) return
    const input = { ...this.#target, quantity: 1, reason: 'again' }
    const isSettling = this.#random.chance(0.5)
    await this.#ask('end again', async () => {
      const outcome = await (isSettling ? this.#ledger.settle(input) : this.#ledger.release(input))
      if (outcome.kind !== 'rejected') await this.#site.wrong('C16', `${this.#name} ended twice`)
      return outcome
    })
  }

  async #look(): Promise<void> {
    const { accountId, operationId } = this.#target
    const before = this.#last
    const read = () => this.#ledger.operation(accountId, operationId)
    const operation = await this.#site.ask('read', read)
    const fact = await this.#told('read', operation && factOf(operation), operation)
    const isForgotten = fact?.state === 'open' && before !== undefined && before.state !== 'open'
    if (isForgotten && before.state !== 'lapsed') {
      await this.#site.wrong('C16', `${this.#name} was ${before.state} and is open`)
    }
    const balance = await this.#site.ask('read', () => this.#ledger.balance(accountId))
    if (balance === undefined) await this.#site.wrong('C27', `${accountId} has no balance`)
  }

  /** Together with others, or in a transaction of its own. */
  async #do<T>(command: (ledger: LedgerCommands) => Promise<T>): Promise<T> {
    const { ledger, store } = this.#site.opened
    if (!this.#random.chance(0.2)) return await command(ledger)
    return await store.transaction((tx) => command(ledger.within(tx)))
  }

  /** Until there is an answer, and tells what it says. */
  async #ask(
    what: string,
    question: () => Promise<Parameters<typeof factOfAnswer>[1]>,
  ): Promise<Fact | undefined> {
    const outcome = await this.#site.ask(what, question)
    return await this.#told(what, factOfAnswer(this.#target, outcome), outcome)
  }

  async #told(what: string, fact: Fact | undefined, answer: unknown): Promise<Fact | undefined> {
    this.#last = fact
    if (fact) await this.#site.tell({ type: 'answered', fact })
    else await this.#site.wrong('C11', `${what} of ${this.#name}: ${JSON.stringify(answer)}`)
    return fact
  }

  get #ledger() {
    return this.#site.opened.ledger
  }

  get #name(): string {
    return `${this.#target.operationId} of ${this.#target.accountId}`
  }
}
