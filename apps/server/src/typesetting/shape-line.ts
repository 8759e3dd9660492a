import type { Font, GlyphRun } from 'fontkit'
import { bidiRuns, type LetterRun } from './bidi-runs.ts'
import { type Direction, joinedScript } from './clusters.ts'
import { fontForCluster, type Typeface } from './type-library.ts'

/** A line of type at size 1: how wide it is, and its outline anywhere at any size. */
export interface ShapedLine {
  /** In ems, letter-spacing included. */
  readonly width: number
  outline(at: { readonly x: number; readonly y: number; readonly size: number }): string
}

const command = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
} as const

/** Every letter is one sign, read from left to right. */
const plain = /^[\u0020-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u200a\u2010-\u2027\u2030-\u2122]*$/

/** Sets one line. Letters that no file of the face has are left out. */
export function shapeLine(
  face: Typeface,
  text: string,
  tracking = 0,
  direction: Direction = 'ltr',
): ShapedLine {
  const isPlain = direction === 'ltr' && plain.test(text)
  const letterRuns = isPlain
    ? plainRuns(face, text)
    : bidiRuns(text, direction, (cluster) => fontForCluster(face, cluster))
  const runs = letterRuns.map((letters) => setRun(letters, tracking))
  const width = runs.reduce((sum, run) => sum + run.width, 0)
  return {
    width: Math.max(0, width - (runs.at(-1)?.tracking ?? 0)),
    outline: ({ x, y, size }) => {
      let pen = x
      return runs
        .map(({ font, run, width, tracking }) => {
          const drawn = outlineOf(font, run, { x: pen, y, size, tracking })
          pen += width * size
          return drawn
        })
        .join('')
    },
  }
}

function setRun({ font, letters, direction }: LetterRun, wanted: number) {
  const tracking = joinedScript.test(letters) ? 0 : wanted
  const run = font.layout(letters, undefined, undefined, undefined, direction)
  const width = run.advanceWidth / font.unitsPerEm + tracking * run.glyphs.length
  return { font, run, tracking, width }
}

function plainRuns(face: Typeface, text: string): readonly LetterRun[] {
  const runs: { font: Font; letters: string; direction: 'ltr' }[] = []
  for (const letter of text) {
    const font = face.fontFor(letter.codePointAt(0) ?? 0) ?? fontForCluster(face, letter)
    if (!font) continue
    const last = runs.at(-1)
    if (last && last.font === font) last.letters += letter
    else runs.push({ font, letters: letter, direction: 'ltr' })
  }
  return runs
}

function outlineOf(
  font: Font,
  run: GlyphRun,
  at: { readonly x: number; readonly y: number; readonly size: number; readonly tracking: number },
): string {
  const scale = at.size / font.unitsPerEm
  let pen = at.x
  return run.glyphs
    .map((glyph, index) => {
      const position = run.positions[index]
      const left = pen + (position?.xOffset ?? 0) * scale
      const base = at.y - (position?.yOffset ?? 0) * scale
      pen += (position?.xAdvance ?? 0) * scale + at.tracking * at.size
      return glyph.path.commands
        .map(({ command: name, args }) => {
          const points = args.map((value, axis) =>
            (axis % 2 === 0 ? left + value * scale : base - value * scale).toFixed(2),
          )
          return `${command[name]}${points.join(' ')}`
        })
        .join('')
    })
    .join('')
}
