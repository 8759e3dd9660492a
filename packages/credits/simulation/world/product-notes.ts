import type { Note } from '../clients/instance.ts'

/** Rows of the product's own tables: kept when their transaction commits, gone when it does not. */
export class ProductNotes<Tx extends object> {
  readonly kept: Note[] = []
  readonly #staged = new WeakMap<Tx, Note[]>()

  write(tx: Tx, note: Note): void {
    const staged = this.#staged.get(tx)
    if (staged) staged.push(note)
    else this.#staged.set(tx, [note])
  }

  commit(tx: Tx): void {
    this.kept.push(...(this.#staged.get(tx) ?? []))
  }
}
