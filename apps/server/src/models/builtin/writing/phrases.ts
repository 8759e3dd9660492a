import type { Intent } from '@rheos/contract'

/**
 * The formulas in one language. `{topic}` is what it is about, `{Topic}` the same at the start of a
 * sentence, `{brand}` the brand. No phrase claims a fact: those come from the brand alone.
 */
export interface Phrases {
  /** Whether nouns keep a capital inside a sentence. */
  readonly capitalNouns: boolean
  /** Names of first lines and the lines themselves, at least five for each intent. */
  readonly hooks: Readonly<Record<Intent, readonly Hook[]>>
  /** How a post goes about it. */
  readonly angles: Readonly<Record<Intent, readonly [string, string, string]>>
  /** What is said between the first line and the call. */
  readonly bodies: Readonly<Record<Intent, readonly [string, string]>>
  readonly calls: Readonly<Record<Intent, readonly [string, string]>>
  /** Said when the brand has a sentence of its own: `{brand}`, `{description}`. */
  readonly about: string
  /** `{audience}` */
  readonly audience: string
  /** What it is about when nobody said; `{brand}`. */
  readonly nothingSaid: string
  /** The same without a brand. */
  readonly nothingKnown: string
}

/** The name of a first line, and the line. */
export type Hook = readonly [name: string, line: string]
