import { diff3Merge } from 'node-diff3'

/** More comparisons than this are not worth making: the text is taken line by line, or not at all. */
const comparisonsMax = 2_000_000

/**
 * Joins two edits of one text: `mine` and `theirs` both began from `base`. Answers with nothing where
 * they changed the same words.
 */
export function mergeText(mine: string, base: string, theirs: string): string | undefined {
  if (mine === theirs || theirs === base) return mine
  if (mine === base) return theirs
  return mergeParts(wordsOf(mine), wordsOf(base), wordsOf(theirs))?.join('')
}

/** The same for the parts of a thread. */
export function mergeThread(
  mine: readonly string[],
  base: readonly string[],
  theirs: readonly string[],
): string[] | undefined {
  if (mine.length === base.length && theirs.length === base.length) {
    const merged = base.map((part, at) => mergeText(mine[at] ?? '', part, theirs[at] ?? ''))
    return merged.every((part) => part !== undefined) ? merged : undefined
  }
  return mergeParts(mine, base, theirs)
}

function mergeParts(
  mine: readonly string[],
  base: readonly string[],
  theirs: readonly string[],
): string[] | undefined {
  const start = commonStart(mine, base, theirs)
  const [a, o, b] = [mine, base, theirs].map((parts) => parts.slice(start))
  if (a === undefined || o === undefined || b === undefined) return undefined
  if (comparisons(o, a) + comparisons(o, b) > comparisonsMax) {
    const lines = [a, o, b].map((parts) => parts.join('').split(/(?<=\n)/))
    const [la = [], lo = [], lb = []] = lines
    if (comparisons(lo, la) + comparisons(lo, lb) > comparisonsMax) return undefined
    return joined(mine.slice(0, start), la, lo, lb)
  }
  return joined(mine.slice(0, start), a, o, b)
}

function joined(
  start: readonly string[],
  mine: string[],
  base: string[],
  theirs: string[],
): string[] | undefined {
  const regions = diff3Merge(mine, base, theirs, { excludeFalseConflicts: true })
  const merged = [...start]
  for (const region of regions) {
    if (region.ok === undefined) return undefined
    merged.push(...region.ok)
  }
  return merged
}

function commonStart(...texts: readonly (readonly string[])[]): number {
  const [first = []] = texts
  const end = first.findIndex((part, at) => texts.some((text) => text[at] !== part))
  return end === -1 ? Math.min(...texts.map((text) => text.length)) : end
}

/** How many pairs of equal parts there are: what finding the longest common run costs. */
function comparisons(base: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const part of base) counts.set(part, (counts.get(part) ?? 0) + 1)
  return other.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0)
}

/** Words, each with the space after it: a space alone is the same everywhere and says nothing. */
function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'word' }).segment(text)) {
    if (/^[ \t]+$/.test(segment) && words.length > 0) words[words.length - 1] += segment
    else words.push(segment)
  }
  return words
}
