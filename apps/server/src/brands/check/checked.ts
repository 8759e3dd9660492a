import type { BrandFinding, CheckedSpan, NewBrandCheck, TextEdit } from '@rheos/contract'
import type { BrandRecord } from '../brand-view.ts'
import type { AvoidedPhrase } from './avoided-phrases.ts'
import type { ToneWish } from './tone-wish.ts'

/** What of a brand a text is held against. */
export type CheckedBrand = Pick<
  BrandRecord,
  | 'name'
  | 'description'
  | 'language'
  | 'tone'
  | 'audience'
  | 'themes'
  | 'lines'
  | 'avoidedWords'
  | 'identity'
  | 'colors'
>

export interface Sentence {
  readonly start: number
  /** Before the space that follows. */
  readonly end: number
  readonly text: string
  readonly words: number
}

/** A text with all that the rules ask of it, worked out once. */
export interface Checked {
  readonly text: string
  readonly words: number
  readonly sentences: readonly Sentence[]
  readonly brand: CheckedBrand
  readonly avoided: readonly AvoidedPhrase[]
  readonly tone: readonly ToneWish[]
  readonly network: string | undefined
  readonly colors: NonNullable<NewBrandCheck['colors']>
}

export type Rule = (checked: Checked) => readonly BrandFinding[]

/** The piece of a text from `start` to `end`, as a finding quotes it. */
export function spanOf(text: string, start: number, end: number): CheckedSpan {
  return { start, end, quote: text.slice(start, end) }
}

export function spansOf(text: string, pattern: RegExp): CheckedSpan[] {
  return [...text.matchAll(pattern)].map((match) =>
    spanOf(text, match.index, match.index + match[0].length),
  )
}

/** A fix of some edits, or none where there is nothing to edit. */
export function fixOf(label: string, edits: readonly TextEdit[]): BrandFinding['fix'] {
  return edits.length === 0 ? null : { label, edits: [...edits] }
}

/** A few things in words: “a”, “b” and 3 more. */
export function quotedList(items: readonly string[], max = 3): string {
  const shown = items.slice(0, max).map((item) => `“${item}”`)
  if (items.length > max) return `${shown.join(', ')} and ${items.length - max} more`
  const last = shown.pop() ?? ''
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`
}
