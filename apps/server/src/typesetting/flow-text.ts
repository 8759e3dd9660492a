import {
  balancedStarts,
  filledStarts,
  isTight,
  linesAt,
  type WordWidths,
  widestLine,
  wordsOf,
} from './break-lines.ts'
import { type Direction, tallScript } from './clusters.ts'
import { type ShapedLine, shapeLine } from './shape-line.ts'
import type { Typeface } from './type-library.ts'

/** A text that can be set at any width; what was measured once is kept. */
export interface FlowText {
  readonly direction: Direction
  /** Of its widest word, in ems: no line can be narrower. */
  readonly widestWord: number
  /** From the first baseline up to the top and from the last one down, in ems. */
  readonly ascent: number
  readonly descent: number
  /** Times the size, from one baseline to the next at least. */
  readonly leadingMin: number
  linesWithin(ems: number): readonly ShapedLine[]
}

/** Above so many words lines are filled instead of balanced. */
const balancedMax = 30

export function flowText(
  text: string,
  setting: { readonly face: Typeface; readonly tracking: number; readonly direction: Direction },
): FlowText {
  const { face, tracking, direction } = setting
  const shape = (line: string) => shapeLine(face, line, tracking, direction)
  const space = shape(' ').width + tracking
  const paragraphs = text
    .split('\n')
    .map((paragraph) => measured(paragraph, shape, space, tracking))
  const isTall = tallScript.test(text)
  const kept = new Map<string, readonly ShapedLine[]>()
  return {
    direction,
    widestWord: Math.max(0, ...paragraphs.flatMap(({ widths }) => widths.words)),
    ascent: isTall ? 0.9 : face.capHeight / face.unitsPerEm,
    descent: isTall ? 0.34 : 0.24,
    leadingMin: isTall ? 1.34 : 0,
    linesWithin: (ems) => {
      const lines = paragraphs.flatMap((paragraph) => broken(paragraph, ems))
      const key = lines.join('\n')
      const shaped = kept.get(key) ?? lines.map(shape)
      kept.set(key, shaped)
      return shaped
    },
  }
}

interface Paragraph {
  readonly words: readonly string[]
  readonly widths: WordWidths
}

function measured(
  paragraph: string,
  shape: (line: string) => ShapedLine,
  space: number,
  tracking: number,
): Paragraph {
  const words = wordsOf(paragraph)
  // A word that is divided shows a hyphen where its line ends.
  const widths = words.map((word) => shape(word.replace('\u00ad', '-')).width + tracking)
  return { words, widths: { words: widths, space, tight: words.map(isTight) } }
}

function broken({ words, widths }: Paragraph, ems: number): readonly string[] {
  if (words.length === 0) return ['']
  const filled = filledStarts(words.length, ems, widths)
  if (filled.length === 1 || words.length > balancedMax) return linesAt(words, filled)
  const balanced = balancedStarts(words, filled.length, widths)
  return linesAt(words, widestLine(balanced, widths) <= ems ? balanced : filled)
}
