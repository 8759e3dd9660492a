import type { Problem } from '@rheos/contract'
import type { Spend } from '../credits/use-spend.ts'
import { type Ask, useWriting, type WritingState } from './use-writing.ts'

export interface Hashtags {
  readonly state: WritingState
  /** With their sign: `#Sourdough`. */
  readonly hashtags: readonly string[]
  readonly problem: Problem | undefined
  /** Resolves with them; with nothing when it was stopped. Throws what is refused. */
  readonly start: (ask: Ask<'hashtags'>, spend: Spend) => Promise<readonly string[] | undefined>
  readonly stop: () => void
  readonly clear: () => void
}

/** Suggests hashtags for a text (`text.rewrite`). */
export function useHashtags(): Hashtags {
  const { state, hashtags, problem, start, stop, clear } = useWriting()
  return {
    ...{ state, hashtags, problem, stop, clear },
    start: async (ask, { quote, pressId }) =>
      (await start({ ...ask, kind: 'hashtags', quote }, pressId))?.hashtags,
  }
}
