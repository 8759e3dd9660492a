import { balancedLines, isTight, wordsOf } from './break-lines.ts'
import { type ShapedLine, shapeLine } from './shape-line.ts'
import type { Typeface } from './type-library.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface TextSetting {
  readonly face: Typeface
  readonly box: Box
  readonly sizeMax: number
  readonly linesMax?: number
  /** Of the size. */
  readonly leading?: number
  /** Ems between letters. */
  readonly tracking?: number
  readonly align?: 'left' | 'center' | 'right'
  readonly valign?: 'top' | 'middle' | 'bottom'
}

/** Type in its place: the outline to fill, and the room it really takes. */
export interface SetText {
  readonly outline: string
  readonly box: Box
  readonly size: number
  readonly lines: number
  /** How far the outline is to be moved down to lie in `box`. */
  readonly down: number
}

export function movedDown(set: SetText, by: number): SetText {
  return { ...set, box: { ...set.box, y: set.box.y + by }, down: set.down + by }
}

/** Below the baseline, in ems: enough for any descender of our faces. */
const descent = 0.24

/** Sets a text as large as its box allows, on as many balanced lines as that takes. */
export function setText(text: string, setting: TextSetting): SetText {
  const words = wordsOf(text)
  const { face, tracking = 0 } = setting
  const widths = {
    words: words.map((word) => shapeLine(face, word, tracking).width + tracking),
    space: shapeLine(face, ' ').width + tracking,
    tight: words.map(isTight),
  }
  let best = { lines: [] as readonly ShapedLine[], size: 0 }
  const most = Math.min(setting.linesMax ?? 8, Math.max(1, words.length))
  for (let count = 1; count <= most; count += 1) {
    const lines = balancedLines(words, count, widths).map((line) => shapeLine(face, line, tracking))
    const size = sizeFor(lines, setting)
    // A line more must buy a real gain in size.
    if (size > best.size * 1.04) best = { lines, size }
  }
  return place(best.lines, best.size, setting)
}

function sizeFor(lines: readonly ShapedLine[], setting: TextSetting): number {
  const { box, sizeMax, leading = 1.1, face } = setting
  const widest = Math.max(...lines.map((line) => line.width), 0.001)
  const tall = face.capHeight / face.unitsPerEm + (lines.length - 1) * leading + descent
  return Math.max(0, Math.min(box.width / widest, box.height / tall, sizeMax))
}

function place(lines: readonly ShapedLine[], size: number, setting: TextSetting): SetText {
  const { box, leading = 1.1, align = 'left', valign = 'top' } = setting
  const cap = (setting.face.capHeight / setting.face.unitsPerEm) * size
  const height = cap + (lines.length - 1) * leading * size + descent * size
  const width = Math.max(...lines.map((line) => line.width * size))
  const share = { left: 0, center: 0.5, right: 1 }[align]
  const top = box.y + (box.height - height) * { top: 0, middle: 0.5, bottom: 1 }[valign]
  const outline = lines
    .map((line, index) =>
      line.outline({
        x: box.x + (box.width - line.width * size) * share,
        y: top + cap + index * leading * size,
        size,
      }),
    )
    .join('')
  return {
    outline,
    box: { x: box.x + (box.width - width) * share, y: top, width, height },
    size,
    lines: lines.length,
    down: 0,
  }
}
