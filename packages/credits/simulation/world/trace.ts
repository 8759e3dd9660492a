/** What happened, line by line. Lines are made only when somebody keeps them. */
export interface Trace {
  readonly lines: readonly string[]
  write(line: () => string): void
}

/** Seeds that pass need no trace: one that fails is run again. */
export const NO_TRACE: Trace = { lines: [], write: () => {} }

export class TextTrace implements Trace {
  readonly lines: string[] = []

  write(line: () => string): void {
    this.lines.push(line())
  }
}
