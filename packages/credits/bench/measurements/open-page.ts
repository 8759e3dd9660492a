import type { Balance, Ledger } from '@rheos/credits'

/** Longer than any change takes to be announced. */
const PATIENCE_MS = 30_000

/**
 * A page that shows a balance, as the product feeds it: it hears that something changed and then
 * reads, once for all changes that came meanwhile.
 */
export class OpenPage {
  readonly #ledger: Pick<Ledger, 'balance'>
  readonly #accountId: string
  #isReading = false
  #readAgain = false
  #wanted: Wanted | undefined

  constructor(ledger: Pick<Ledger, 'balance'>, accountId: string) {
    this.#ledger = ledger
    this.#accountId = accountId
  }

  /** A change was announced. */
  hear(accountId: string): void {
    if (accountId !== this.#accountId) return
    if (this.#isReading) this.#readAgain = true
    else void this.#read()
  }

  /** When the page first knows a balance of which this holds. Ask before making it true. */
  async knows(isShown: (balance: Balance) => boolean): Promise<number> {
    return await new Promise((resolve, reject) => {
      const fail = () => reject(new Error('The page never heard of a change.'))
      this.#wanted = { isShown, resolve, reject, timer: setTimeout(fail, PATIENCE_MS) }
    })
  }

  async #read(): Promise<void> {
    this.#isReading = true
    try {
      do {
        this.#readAgain = false
        this.#show(await this.#ledger.balance(this.#accountId))
      } while (this.#readAgain)
    } catch (error) {
      this.#wanted?.reject(error)
    } finally {
      this.#isReading = false
    }
  }

  #show(balance: Balance | undefined): void {
    const wanted = this.#wanted
    if (balance === undefined || !wanted?.isShown(balance)) return
    clearTimeout(wanted.timer)
    this.#wanted = undefined
    wanted.resolve(performance.now())
  }
}

interface Wanted {
  readonly isShown: (balance: Balance) => boolean
  readonly resolve: (at: number) => void
  readonly reject: (reason: unknown) => void
  readonly timer: NodeJS.Timeout
}
