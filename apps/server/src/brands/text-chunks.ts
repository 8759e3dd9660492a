const chunkMax = 1000
const atSentences = new RegExp(
  `[\\s\\S]{1,${chunkMax}}(?<=\\n|[.!?…。！？؟]["'”’»)]?\\s)|[\\s\\S]{1,${chunkMax}}(?=\\s|$)|[\\s\\S]{1,${chunkMax}}`,
  'gu',
)

/**
 * A text in pieces with where each begins, cut where a sentence or a word ends: `Intl.Segmenter` takes
 * time that grows with the square of what it is given at once.
 */
export function chunksOf(text: string): { readonly text: string; readonly start: number }[] {
  return [...text.matchAll(atSentences)].map((match) => ({ text: match[0], start: match.index }))
}
