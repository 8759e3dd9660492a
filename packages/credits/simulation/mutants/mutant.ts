/** A text of a source file that is taken out, and what stands there instead. */
export interface Edit {
  /** Within `src`. */
  readonly file: string
  /** Occurs exactly once. */
  readonly remove: string
  readonly put: string
}

/** The meter without one of its guards, and without what else would hide that it is gone. */
export interface Mutant {
  readonly name: string
  /** The rule that the guard keeps. */
  readonly rule: string
  readonly edits: readonly Edit[]
}
