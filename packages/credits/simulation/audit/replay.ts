import type { Entry, Grant, Instant, Place } from '@rheos/credits'

export type Places = Readonly<Record<Place | 'amount', number>>
/** Where the credits of every grant are. */
export type Books = ReadonlyMap<string, Places>

const NOTHING: Places = { amount: 0, available: 0, held: 0, spent: 0, expired: 0 }

export interface Owned {
  readonly available: number
  readonly held: number
}

/** The books of an account after each of its entries, by adding up alone. */
export class Replay {
  readonly entries: readonly Entry[]
  /** `books[n]` is after `n` entries. */
  readonly books: readonly Books[]
  readonly grants: ReadonlyMap<string, Grant>

  constructor(entries: readonly Entry[], grants: ReadonlyMap<string, Grant>) {
    this.entries = entries
    this.grants = grants
    const books: Books[] = [new Map()]
    for (const entry of entries) books.push(after(books.at(-1) as Books, entry))
    this.books = books
  }

  placesOf(grantId: string, count: number): Places {
    return this.books[count]?.get(grantId) ?? NOTHING
  }

  /** What the account owned after `count` entries, of grants that were alive then. */
  ownedAt(count: number, at: Instant): Owned {
    let [available, held] = [0, 0]
    for (const [grantId, places] of this.books[count] ?? []) {
      const grant = this.grants.get(grantId)
      if (!grant || at < grant.startsAt || grant.endsAt <= at) continue
      available += places.available
      held += places.held
    }
    return { available, held }
  }

  /** After how many entries something that happened at `at` can have happened. */
  countsAt(at: Instant): readonly number[] {
    const least = this.entries.filter((entry) => entry.at < at).length
    const most = this.entries.filter((entry) => entry.at <= at).length
    return Array.from({ length: most - least + 1 }, (_, index) => least + index)
  }
}

function after(books: Books, { grantId, from, to, amount }: Entry): Books {
  const places = { ...(books.get(grantId) ?? NOTHING) }
  if (from) places[from] -= amount
  else places.amount += amount
  places[to] += amount
  return new Map(books).set(grantId, places)
}
