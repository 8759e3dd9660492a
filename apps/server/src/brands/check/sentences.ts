import { chunksOf } from '../text-chunks.ts'
import type { Sentence } from './checked.ts'
import { countWords } from './words.ts'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' })

/** The sentences of a text with where they stand; a line that ends is a sentence too. */
export function sentencesOf(text: string): Sentence[] {
  return chunksOf(text).flatMap((chunk) =>
    [...segmenter.segment(chunk.text)].flatMap(({ segment, index }) => {
      const trimmed = segment.trim()
      if (trimmed === '') return []
      const start = chunk.start + index + segment.indexOf(trimmed)
      return [{ start, end: start + trimmed.length, text: trimmed, words: countWords(trimmed) }]
    }),
  )
}
