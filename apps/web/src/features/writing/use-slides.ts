import type { Problem, SlideText } from '@rheos/contract'
import type { Spend } from '../credits/use-spend.ts'
import { type Ask, useWriting, type WritingState } from './use-writing.ts'

export interface Slides {
  readonly state: WritingState
  /** As they come; once `state` is `done`, all of them. */
  readonly slides: readonly SlideText[]
  readonly note: string | null
  readonly problem: Problem | undefined
  /** Resolves with them; with nothing when it was stopped. Throws what is refused. */
  readonly start: (ask: Ask<'slides'>, spend: Spend) => Promise<readonly SlideText[] | undefined>
  readonly stop: () => void
  readonly clear: () => void
}

/** Writes the slides of a carousel, or rewrites given ones by an instruction (`text.slides`). */
export function useSlides(): Slides {
  const { state, slides, note, problem, start, stop, clear } = useWriting()
  return {
    ...{ state, slides, note, problem, stop, clear },
    start: async (ask, { quote, pressId }) =>
      (await start({ ...ask, kind: 'slides', quote }, pressId))?.slides,
  }
}
