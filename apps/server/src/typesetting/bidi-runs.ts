import { createRequire } from 'node:module'
import type { Bidi } from 'bidi-js'
import type { Font } from 'fontkit'
import { clustersOf, type Direction } from './clusters.ts'

/** Letters that one font sets in one direction, in the order in which they are spoken. */
export interface LetterRun {
  readonly font: Font
  readonly letters: string
  readonly direction: Direction
}

// Its types describe an ES module, and what Node loads is none.
const openBidi: () => Bidi = createRequire(import.meta.url)('bidi-js')
const bidi = openBidi()

/** The runs of a line from left to right as they are seen (Unicode Bidirectional Algorithm). */
export function bidiRuns(
  text: string,
  direction: Direction,
  fontFor: (cluster: string) => Font | undefined,
): readonly LetterRun[] {
  const { levels } = bidi.getEmbeddingLevels(text, direction)
  const runs: { font: Font; letters: string; level: number }[] = []
  let at = 0
  for (const cluster of clustersOf(text)) {
    const level = levels[at] ?? 0
    at += cluster.length
    const font = fontFor(cluster)
    if (!font) continue
    const letters = level % 2 === 1 ? (bidi.getMirroredCharacter(cluster) ?? cluster) : cluster
    const last = runs.at(-1)
    if (last && last.font === font && last.level === level) last.letters += letters
    else runs.push({ font, letters, level })
  }
  return inOrderSeen(runs).map(({ font, letters, level }) => ({
    font,
    letters,
    direction: level % 2 === 1 ? 'rtl' : 'ltr',
  }))
}

/** From the deepest level up, what lies at it or deeper is turned around (rule L2). */
function inOrderSeen<Run extends { readonly level: number }>(runs: readonly Run[]): readonly Run[] {
  const seen = [...runs]
  const deepest = Math.max(0, ...runs.map(({ level }) => level))
  for (let level = deepest; level >= 1; level -= 1) {
    for (let from = 0; from < seen.length; from += 1) {
      let to = from
      while (to < seen.length && (seen[to]?.level ?? 0) >= level) to += 1
      if (to > from) seen.splice(from, to - from, ...seen.slice(from, to).reverse())
      from = Math.max(from, to)
    }
  }
  return seen
}
