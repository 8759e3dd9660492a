/** One holder for each account at a time; the others wait in the order they came. */
export class AccountLocks {
  readonly #tails = new Map<string, Promise<void>>()

  /** Resolves, once the lock is had, to the function that gives it back. */
  async take(accountId: string): Promise<() => void> {
    const before = this.#tails.get(accountId)
    let giveBack = () => {}
    const held = new Promise<void>((resolve) => {
      giveBack = resolve
    })
    this.#tails.set(accountId, held)
    await before
    return () => {
      if (this.#tails.get(accountId) === held) this.#tails.delete(accountId)
      giveBack()
    }
  }

  /** Whether somebody has the lock or waits for it. */
  isTaken(accountId: string): boolean {
    return this.#tails.has(accountId)
  }
}
