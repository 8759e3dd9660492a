import type { Entry, Grant, Instant, Place } from '@rheos/credits'

export type Places = Readonly<Record<Place | 'amount', number>>
/** Where the credits of every grant are. */
export type Books = ReadonlyMap<string, Places>

const NOTHING: Places = { amount: 0, available: 0, held: 0, spent: 0, expired: 0 }

/** When a grant ends, or would have if it had not been ended early. */
export function termEndOf({ endsAt, earlyEnd }: Grant): Instant {
  return earlyEnd?.insteadOf ?? endsAt
}

/** Whether it had ended for certain: one that was ended early may have been used in that instant. */
export function isOver({ endsAt, earlyEnd }: Grant, at: Instant): boolean {
  return endsAt < at || (endsAt === at && !earlyEnd)
}

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

  /**
   * What it may have owned for somebody whose clock showed `at`: an early end that expired nothing
   * has no entry, and clocks differ, so that it is not known before which entry it came.
   */
  mayHaveOwnedAt(count: number, at: Instant): readonly Owned[] {
    let possible: readonly Owned[] = [{ available: 0, held: 0 }]
    for (const [grantId, places] of this.books[count] ?? []) {
      const grant = this.grants.get(grantId)
      if (!grant || at < grant.startsAt) continue
      const ends = this.#endsOf(grant, count)
      const without = ends.some((end) => end <= at) ? possible : []
      const withIt = ends.some((end) => at < end) ? possible.map((o) => sumOf(o, places)) : []
      possible = [...without, ...withIt]
    }
    return possible
  }

  /** When the grant may have been going to end, after `count` entries. */
  #endsOf(grant: Grant, count: number): readonly Instant[] {
    const { id, endsAt, earlyEnd } = grant
    if (!earlyEnd) return [endsAt]
    const expiry = this.entries.find(({ kind, grantId }) => kind === 'expire' && grantId === id)
    if (!expiry) return [endsAt, earlyEnd.insteadOf]
    return [count < expiry.seq ? earlyEnd.insteadOf : endsAt]
  }

  /** After how many entries something that happened at `at` can have happened. */
  countsAt(at: Instant): readonly number[] {
    const least = this.entries.filter((entry) => entry.at < at).length
    const most = this.entries.filter((entry) => entry.at <= at).length
    return Array.from({ length: most - least + 1 }, (_, index) => least + index)
  }
}

function sumOf(a: Owned, b: Owned): Owned {
  return { available: a.available + b.available, held: a.held + b.held }
}

function after(books: Books, { grantId, from, to, amount }: Entry): Books {
  const places = { ...(books.get(grantId) ?? NOTHING) }
  if (from) places[from] -= amount
  else places.amount += amount
  places[to] += amount
  return new Map(books).set(grantId, places)
}
