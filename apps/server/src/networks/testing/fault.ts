/**
 * What can go wrong with a call. `before`: the network did nothing of it; `after`: it did all of it,
 * and the answer says otherwise or never comes.
 */
export type Fault =
  | 'cut_before'
  | 'cut_after'
  | 'error_before'
  | 'error_after'
  | 'slow_after'
  | 'busy_before'
  | 'html_before'
  | 'html_after'
  | 'redirect_before'

export const faults: readonly Fault[] = [
  'cut_before',
  'cut_after',
  'error_before',
  'error_after',
  'slow_after',
  'busy_before',
  'html_before',
  'html_after',
  'redirect_before',
]

/** Which calls a fault is for: those that make a post visible, those that only prepare or look, or any. */
export type FaultScope = 'commit' | 'other' | 'any'

interface PlannedFault {
  readonly fault: Fault
  readonly scope: FaultScope
}

/** What goes wrong next: planned one by one, or by chance from a seed. */
export class FaultScript {
  readonly #planned: PlannedFault[] = []
  #chance: ((scope: 'commit' | 'other') => Fault | undefined) | undefined

  /** The next call of this scope fails so; several are taken in their order. */
  next(fault: Fault, scope: FaultScope = 'commit'): void {
    this.#planned.push({ fault, scope })
  }

  /** From now on faults come as `chance` says, besides those that are planned. */
  byChance(chance: ((scope: 'commit' | 'other') => Fault | undefined) | undefined): void {
    this.#chance = chance
  }

  /** No more faults. */
  clear(): void {
    this.#planned.length = 0
    this.#chance = undefined
  }

  take(scope: 'commit' | 'other'): Fault | undefined {
    const index = this.#planned.findIndex((each) => each.scope === scope || each.scope === 'any')
    if (index === -1) return this.#chance?.(scope)
    return this.#planned.splice(index, 1)[0]?.fault
  }
}
