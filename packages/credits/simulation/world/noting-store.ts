import { MemoryStore, type MemoryTransaction } from '@rheos/credits/memory'
import type { Note } from '../process/note.ts'
import type { ProductStore } from '../process/product-store.ts'

/** Notes are kept when their transaction commits, and gone when it does not. */
export class NotingStore extends MemoryStore implements ProductStore<MemoryTransaction> {
  readonly notes: Note[] = []
  readonly #staged = new WeakMap<MemoryTransaction, Note[]>()

  async write(tx: MemoryTransaction, note: Note): Promise<void> {
    const staged = this.#staged.get(tx)
    if (staged) staged.push(note)
    else this.#staged.set(tx, [note])
  }

  override async transaction<T>(work: (tx: MemoryTransaction) => Promise<T>): Promise<T> {
    let opened: MemoryTransaction | undefined
    const result = await super.transaction(async (tx) => {
      opened = tx
      return await work(tx)
    })
    if (opened) this.notes.push(...(this.#staged.get(opened) ?? []))
    return result
  }
}
