import type { Trace } from '../world/trace.ts'
import { machineTime } from './machine-time.ts'

/** What happened here and in other processes, in the order in which it did. */
export class MergedTrace implements Trace {
  readonly #beganAt = machineTime()
  readonly #steps: { readonly at: number; readonly line: string }[] = []

  write(line: () => string): void {
    this.add(machineTime(), line())
  }

  add(at: number, line: string): void {
    this.#steps.push({ at, line })
  }

  get lines(): readonly string[] {
    return this.#steps
      .toSorted((a, b) => a.at - b.at)
      .map(({ at, line }) => `${(at - this.#beganAt).toFixed(1).padStart(8)} ${line}`)
  }
}
