import { StoreError } from '@rheos/credits'
import { PostgresStore, type Queryable } from '@rheos/credits/postgres'
import type { Note } from '../process/note.ts'
import type { ProductStore } from '../process/product-store.ts'

/** The product's own table. */
export const PRODUCT_SCHEMA = `create schema product;
create table product.notes (
  id bigint generated always as identity primary key,
  note json not null
);`

/** Notes are rows of a table beside the meter's. */
export class NotingPostgresStore extends PostgresStore implements ProductStore<Queryable> {
  async write(tx: Queryable, note: Note): Promise<void> {
    const text = 'insert into product.notes (note) values ($1)'
    try {
      await tx.query(text, [JSON.stringify(note)])
    } catch (cause) {
      throw new StoreError('The product could not write its row.', { cause })
    }
  }
}

export async function notesIn(on: Queryable): Promise<readonly Note[]> {
  const { rows } = await on.query('select note from product.notes order by id')
  return (rows as readonly { readonly note: Note }[]).map(({ note }) => note)
}
