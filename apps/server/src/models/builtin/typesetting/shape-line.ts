import type { Font, GlyphRun } from 'fontkit'
import type { Typeface } from './type-library.ts'

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

/** Sets one line. Letters that no file of the face has are left out. */
export function shapeLine(face: Typeface, text: string, tracking = 0): ShapedLine {
  const runs = runsOf(face, text).map(({ font, letters }) => ({ font, run: font.layout(letters) }))
  const count = runs.reduce((sum, { run }) => sum + run.glyphs.length, 0)
  const advance = runs.reduce((sum, { font, run }) => sum + run.advanceWidth / font.unitsPerEm, 0)
  return {
    width: advance + tracking * Math.max(0, count - 1),
    outline: ({ x, y, size }) => {
      let pen = x
      return runs
        .map(({ font, run }) => {
          const drawn = outlineOf(font, run, { x: pen, y, size, tracking })
          pen += (run.advanceWidth / font.unitsPerEm + tracking * run.glyphs.length) * size
          return drawn
        })
        .join('')
    },
  }
}

function runsOf(face: Typeface, text: string) {
  const runs: { font: Font; letters: string }[] = []
  for (const letter of text) {
    const font = face.fontFor(letter.codePointAt(0) ?? 0)
    if (!font) continue
    const last = runs.at(-1)
    if (last && last.font === font) last.letters += letter
    else runs.push({ font, letters: letter })
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
