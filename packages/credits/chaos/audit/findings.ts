/** Something that must never be, and which rule it breaks. */
export interface Finding {
  readonly rule: string
  readonly text: string
}

/** So many are kept; all are counted. */
const KEPT_MAX = 100

/** Everything that was found wrong. */
export class Findings {
  readonly kept: Finding[] = []
  #count = 0

  get count(): number {
    return this.#count
  }

  add(rule: string, text: string): void {
    this.#count += 1
    if (this.#count <= KEPT_MAX) this.kept.push({ rule, text })
  }
}
