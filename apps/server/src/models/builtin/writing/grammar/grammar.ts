/** What tells the kinds of directions apart in one language, and what a phrase needs to be quoted. */
export interface Grammar {
  /** Words found in almost every sentence of the language and seldom in another. */
  readonly everyday: RegExp
  /** Taken off the front one after another: politeness and what only addresses the writer. */
  readonly asks: readonly RegExp[]
  /** Rewritten where the request itself holds the sentence: "thank our guests". */
  readonly turned: readonly (readonly [from: RegExp, to: string])[]
  /** What joins a request to a whole sentence: "announce *that* …". */
  readonly that: RegExp
  /** A clause after `that` as a sentence of its own, where the order of words differs. */
  readonly asMainClause?: (clause: string) => string
  /** A sentence that only says how to write. */
  readonly manner: RegExp
  /** How long it should be, at the end of a direction. */
  readonly length: RegExp
  /** Frames around a topic: "one thing worth knowing about". */
  readonly frame: RegExp
  readonly question: RegExp
  /** Subordinate clauses that can stand as a heading: "how we roast". */
  readonly clause: RegExp
  /** The ways a sentence of its own begins. */
  readonly sentenceStart: RegExp
  /** The ways one begins that thanks, wishes or invites. */
  readonly address: RegExp
  readonly finite: RegExp
  /** From here on a verb belongs to what is named: "the shop that is …". */
  readonly relative: RegExp
  /** Begins a noun phrase for certain; written small inside a sentence. */
  readonly determiner: RegExp
  /** Says that something is news. */
  readonly fresh: RegExp
  /** The writer is addressed as the brand; the brand speaks as itself. */
  readonly voice: readonly (readonly [from: RegExp, to: string])[]
  /** A phrase in the form it has as the subject of a sentence. */
  readonly plain: readonly (readonly [from: RegExp, to: string])[]
}

/** Words as a whole, in any case; `\b` knows only ASCII. */
export function words(...alternatives: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
}

export function opening(...alternatives: readonly string[]): RegExp {
  return new RegExp(`^(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])[\\s,:]*`, 'iu')
}
