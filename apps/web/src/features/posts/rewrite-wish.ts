import type { CheckedSpan, Network, Quote } from '@rheos/contract'
import { createContext, useContext } from 'react'
import type { FieldName } from './post-fields.ts'
import { sentenceAt } from './sentence-at.ts'
import type { Span } from './use-span-rewrite.ts'

/** A rewrite that is asked for from beside the text it is about. */
export interface RewriteWish {
  readonly name: 'body' | `${Network}.body`
  readonly instruction: string
  /** Absent: all of the text. */
  readonly span: CheckedSpan | undefined
  readonly quote: Quote
}

export interface RewriteWishes {
  readonly wish: RewriteWish | undefined
  /** The text that it is about begins with it. */
  readonly take: () => void
}

const Wishes = createContext<RewriteWishes>({ wish: undefined, take: () => undefined })

export const RewriteWishesProvider = Wishes.Provider

/** What is wished for the text of this name. */
export function useRewriteWish(name: FieldName): RewriteWishes {
  const { wish, take } = useContext(Wishes)
  return { wish: wish?.name === name ? wish : undefined, take }
}

/**
 * Where the sentences stand now that the piece is of: words alone seldom have another wording that fits
 * where they stood. A text that no longer has the piece is meant as a whole.
 */
export function placeOfWish(text: string, span: CheckedSpan | undefined): Span {
  const whole = { start: 0, end: text.length }
  if (span === undefined || span.quote.trim() === '') return whole
  const at = text.startsWith(span.quote, span.start) ? span.start : text.indexOf(span.quote)
  if (at === -1) return whole
  const [start] = sentenceAt(text, at)
  const [, end] = sentenceAt(text, at + span.quote.length - 1)
  return { start, end }
}
