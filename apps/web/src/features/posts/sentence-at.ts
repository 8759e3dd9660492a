/** The sentence around a place in a text: what one means by "this" when nothing is selected. */
export function sentenceAt(text: string, at: number): readonly [number, number] {
  const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)
  const found = sentences.containing(Math.min(at, Math.max(0, text.length - 1)))
  if (found === undefined) return [at, at]
  const start = found.index + (found.segment.length - found.segment.trimStart().length)
  return [start, Math.max(start, found.index + found.segment.trimEnd().length)]
}
