import type { Network, Problem, Quote } from '@rheos/contract'
import { useState } from 'react'
import { newPressId } from '../../api/press-id.ts'
import { useRewrite } from '../writing/use-rewrite.ts'

/** A part of a text that is to be said in another way. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface Suggestion extends Span {
  /** The whole text as it was when it was asked for. */
  readonly whole: string
  /** What came so far. */
  readonly text: string
  readonly running: boolean
  /** One sentence when it is not as asked. */
  readonly note: string | null
  readonly problem: Problem | undefined
}

export interface RewriteAbout {
  readonly postId: string
  readonly brandId: string | null
  readonly network: Network | undefined
}

export interface SpanRewrite {
  readonly suggestion: Suggestion | undefined
  readonly start: (whole: string, span: Span, instruction: string, quote: Quote) => void
  readonly clear: () => void
}

/** How much of the text around a span the model is shown. */
const aroundMax = 4000

/** One suggestion at a time for a part of a text, shown as it comes. */
export function useSpanRewrite(about: RewriteAbout): SpanRewrite {
  const rewrite = useRewrite()
  const [asked, setAsked] = useState<Span & { readonly whole: string }>()
  const { postId, brandId, network } = about

  function start(whole: string, span: Span, instruction: string, quote: Quote): void {
    setAsked({ ...span, whole })
    const ask = {
      text: whole.slice(span.start, span.end),
      before: whole.slice(Math.max(0, span.start - aroundMax), span.start),
      after: whole.slice(span.end, span.end + aroundMax),
      instruction,
      postId,
      ...(network !== undefined && { network }),
      ...(brandId !== null && { brandId }),
    }
    // What is refused is kept as its problem.
    rewrite.start(ask, { quote, pressId: newPressId() }).catch(() => undefined)
  }

  function clear(): void {
    rewrite.clear()
    setAsked(undefined)
  }

  const { text, note, problem, state } = rewrite
  return {
    suggestion: asked && { ...asked, text, note, problem, running: state === 'writing' },
    start,
    clear,
  }
}
