import type { CheckedSpan, Network, Quote } from '@rheos/contract'
import { createContext, useContext } from 'react'
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
export function useRewriteWish(name: RewriteWish['name']): RewriteWishes {
  const { wish, take } = useContext(Wishes)
  return { wish: wish?.name === name ? wish : undefined, take }
}

/** Where the piece stands now; a text that no longer has it is meant as a whole. */
export function placeOfWish(text: string, span: CheckedSpan | undefined): Span {
  if (span === undefined || span.quote.trim() === '') return { start: 0, end: text.length }
  const start = text.startsWith(span.quote, span.start) ? span.start : text.indexOf(span.quote)
  if (start === -1) return { start: 0, end: text.length }
  return { start, end: start + span.quote.length }
}
