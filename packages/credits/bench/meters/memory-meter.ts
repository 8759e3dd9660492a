import { Journal } from './journal.ts'
import { type Meter, PLENTY, PRICE } from './meter.ts'

interface Hold {
  readonly workspace: number
  isOpen: boolean
}

/** The bound: Maps in the process, and a file that makes it durable. */
export class MemoryMeter implements Meter {
  readonly #journal: Journal
  readonly #balances = new Map<number, number>()
  readonly #holds = new Map<string, Hold>()

  private constructor(journal: Journal) {
    this.#journal = journal
  }

  static async open(file: string): Promise<MemoryMeter> {
    return new MemoryMeter(await Journal.create(file))
  }

  async hold(operationId: string, workspace: number): Promise<boolean> {
    if (this.#holds.has(operationId)) return true
    const balance = this.#balances.get(workspace) ?? PLENTY
    if (balance < PRICE) return false
    this.#balances.set(workspace, balance - PRICE)
    this.#holds.set(operationId, { workspace, isOpen: true })
    await this.#journal.append(`hold ${operationId} ${workspace} ${PRICE}\n`)
    return true
  }

  async settle(operationId: string): Promise<void> {
    const hold = this.#holds.get(operationId)
    if (!hold?.isOpen) throw new Error(`The hold ${operationId} is not open.`)
    hold.isOpen = false
    await this.#journal.append(`settle ${operationId} ${PRICE}\n`)
  }

  async close(): Promise<void> {
    await this.#journal.close()
  }
}
