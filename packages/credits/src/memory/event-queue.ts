import type { LedgerEvent, WaitingEvent } from '../ledger-event.ts'

/** Committed events that wait to be delivered, oldest first. */
export class EventQueue {
  #lastId = 0
  readonly #waiting: WaitingEvent[] = []

  add(events: readonly LedgerEvent[]): void {
    for (const event of events) {
      this.#lastId += 1
      this.#waiting.push({ id: this.#lastId, event })
    }
  }

  take(limit: number): readonly WaitingEvent[] {
    return this.#waiting.splice(0, limit)
  }

  putBack(events: readonly WaitingEvent[]): void {
    if (events.length === 0) return
    this.#waiting.push(...events)
    this.#waiting.sort((a, b) => a.id - b.id)
  }
}
