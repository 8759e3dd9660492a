import type { Intent } from '@rheos/contract'
import type { Grammar } from './grammar/grammar.ts'

/**
 * The formulas in one language. `{topic}` is what it is about, `{Topic}` the same at the start of a
 * sentence, `{statement}` a whole sentence, `{said}` the same after a colon, `{brand}` the brand. No phrase claims a fact: those come
 * from the brand and from the direction alone.
 */
export interface Phrases {
  readonly language: string
  readonly grammar: Grammar
  /** First lines about a topic, at least five for each intent. */
  readonly hooks: Readonly<Record<Intent, readonly Hook[]>>
  /** First lines around a sentence that stands for itself, three for each intent. */
  readonly saying: Readonly<Record<Intent, readonly Hook[]>>
  /** First lines around thanks, invitations and the brand's own name. */
  readonly addressing: readonly Hook[]
  /** First lines around a question. */
  readonly asking: readonly Hook[]
  /** First lines for a brand that says whom it is for: `{audience}`, and `{topic}` or `{statement}`. */
  readonly addressed: readonly [topic: Hook, statement: Hook]
  /** How a post goes about it. */
  readonly angles: Readonly<Record<Intent, readonly [string, string, string]>>
  /** Added to an angle: `{audience}`. */
  readonly angleAudience: string
  /** What is said between the first line and the call. */
  readonly bodies: Readonly<Record<Intent, readonly [string, string]>>
  readonly calls: Readonly<Record<Intent, readonly [string, string]>>
  /** Said when the brand has a sentence of its own: `{brand}`, `{description}`. */
  readonly about: string
  /** How a description begins that speaks as the brand already. */
  readonly firstPerson: RegExp
  /** `{brand}` */
  readonly introduction: string
  /** What is asked for when a brand should speak of itself. */
  readonly self: RegExp
  /** `{audience}` */
  readonly audience: readonly [string, string]
  /** `{themes}`, as a list in a sentence. */
  readonly themes: readonly [string, string]
  /** What it is about when nobody said; `{brand}`. */
  readonly nothingSaid: string
  /** The same without a brand. */
  readonly nothingKnown: string
}

/** The name of a first line, the line, and the line for a topic that only stands at a beginning. */
export type Hook = readonly [name: string, line: string, apart?: string]
