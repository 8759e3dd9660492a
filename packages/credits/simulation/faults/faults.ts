import type { Random } from '../../test/random.ts'

export type FaultKind = 'refused' | 'aborted' | 'lost' | 'death' | 'jump'

/** The most often that each may happen: of accesses the first three, of steps the others. */
const RATES_MAX: Readonly<Record<FaultKind, number>> = {
  refused: 0.03,
  aborted: 0.04,
  lost: 0.06,
  death: 0.008,
  jump: 0.01,
}

const KINDS = Object.keys(RATES_MAX) as readonly FaultKind[]

/** What goes wrong, and how often. Each seed has some faults often and others never. */
export class Faults {
  readonly counts: Record<FaultKind, number> = {
    refused: 0,
    aborted: 0,
    lost: 0,
    death: 0,
    jump: 0,
  }
  readonly #random: Random
  readonly #rates = new Map<FaultKind, number>()
  #isOn = true

  constructor(random: Random) {
    this.#random = random
    const isCalm = random.chance(0.15)
    for (const kind of KINDS) {
      const rate = isCalm || random.chance(0.3) ? 0 : random.next() * RATES_MAX[kind]
      this.#rates.set(kind, rate)
    }
  }

  strikes(kind: FaultKind): boolean {
    if (!this.#isOn || !this.#random.chance(this.#rates.get(kind) ?? 0)) return false
    this.counts[kind] += 1
    return true
  }

  end(): void {
    this.#isOn = false
  }

  get total(): number {
    return KINDS.reduce((sum, kind) => sum + this.counts[kind], 0)
  }
}
