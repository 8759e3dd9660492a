import { type TextWriting, useTextWriting } from './use-writing.ts'

export type Rewrite = TextWriting<'rewrite'>

/** Rewrites a stretch of a text by an instruction (`text.rewrite`), streaming what comes instead of it. */
export function useRewrite(): Rewrite {
  return useTextWriting('rewrite')
}
