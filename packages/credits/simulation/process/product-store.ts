import type { Store } from '@rheos/credits'
import type { Note } from './note.ts'

/** A store of the meter, and a table of the product's own in the same transactions. */
export interface ProductStore<Tx> extends Store<Tx> {
  write(tx: Tx, note: Note): Promise<void>
}
