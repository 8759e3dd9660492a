/** Something that must never be: which rule it breaks, and who noticed. */
export interface Finding {
  readonly rule: string
  readonly check: string
  readonly text: string
}

/** One check writes down what it finds. */
export class Findings {
  readonly all: Finding[] = []

  by(check: string, subject: string): Report {
    return (rule, isSound, text) => {
      if (!isSound) this.all.push({ rule, check, text: `${subject}: ${text()}` })
    }
  }
}

/** Adds a finding unless `isSound`. */
export type Report = (rule: string, isSound: boolean, text: () => string) => void
