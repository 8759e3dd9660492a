import { clustersOf } from './clusters.ts'

/** No line should end in one of these. */
export const dangling =
  /^(a|an|the|of|to|or|and|our|your|my|its|is|are|with|for|in|on|der|die|das|den|dem|ein|eine|und|oder|zu|von|unser|unsere|le|la|les|un|une|de|du|des|et|ou|notre|el|los|las|una|y|o|del|nuestro|nuestra)$/i
/** A line that ends in one counts as this much wider than it is. */
const danglingCost = 1.6

const wordMax = 22
/** Marks a part of a divided word: a hyphen when the line ends there, nothing when it goes on. */
const softHyphen = '\u00ad'
/** Marks a part after which a line may end although no space is there. */
const openEnd = '\u200b'

/** Whether what follows the word on the same line follows without a space. */
export function isTight(word: string): boolean {
  return word.endsWith(softHyphen) || word.endsWith(openEnd)
}

/** All space but that which holds words together. */
const breakingSpace = /[^\S\u00a0\u202f]+/

/** The words of a text; one too long for any line is divided where a syllable may begin. */
export function wordsOf(text: string): readonly string[] {
  return text
    .split(breakingSpace)
    .filter((word) => word !== '')
    .flatMap((word) => (spaceless.test(word) ? phrasesOf(word) : divided(word)))
}

/** Scripts that set no space between words. */
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const words = new Intl.Segmenter('und', { granularity: 'word' })
/** No line begins with one of these, and none ends in one of those. */
const closing = /^[\p{Pe}\p{Pf}\p{Po}\p{M}ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…‥〜～]/u
const opening = /[\p{Ps}\p{Pi}]$/u

function phrasesOf(text: string): readonly string[] {
  const phrases: string[] = []
  for (const { segment } of words.segment(text)) {
    const last = phrases.at(-1)
    if (last !== undefined && (closing.test(segment) || opening.test(last)))
      phrases[phrases.length - 1] = last + segment
    else phrases.push(segment)
  }
  const open = phrases.flatMap((phrase) => divided(phrase))
  return open.map((phrase, at) =>
    at < open.length - 1 && !isTight(phrase) ? phrase + openEnd : phrase,
  )
}

/** Words as they stand in one line. */
export function joined(words: readonly string[]): string {
  return words
    .join(' ')
    .replaceAll(`${softHyphen} `, '')
    .replace(new RegExp(`(?<![-–/])${softHyphen}$`), '-')
    .replaceAll(softHyphen, '')
    .replaceAll(`${openEnd} `, '')
    .replaceAll(openEnd, '')
}

function divided(word: string): readonly string[] {
  if (word.length <= wordMax) return [word]
  const letters = clustersOf(word)
  if (letters.length <= wordMax) return [word]
  const hasSyllables = syllabic.test(word)
  const cut = hasSyllables ? syllableNear(letters) : Math.ceil(letters.length / 2)
  const [head, tail] = [letters.slice(0, cut).join(''), letters.slice(cut).join('')]
  return [
    ...divided(head).slice(0, -1),
    `${divided(head).at(-1) ?? head}${hasSyllables ? softHyphen : openEnd}`,
    ...divided(tail),
  ]
}

/** Scripts that divide a word by a hyphen. */
const syllabic = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u

/** The place nearest the middle where a consonant opens a syllable, or after a hyphen of its own. */
function syllableNear(letters: readonly string[]): number {
  const middle = Math.ceil(letters.length / 2)
  const word = letters.join('').toLowerCase()
  const places = letters.flatMap((_, at) =>
    at > 3 && at < letters.length - 3 && opens(word, at) ? [at] : [],
  )
  const nearest = places.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0]
  return nearest ?? middle
}

function opens(word: string, at: number): boolean {
  if (/[-–/]/.test(word[at - 1] ?? '')) return true
  const here = word.slice(at, at + 2)
  return (
    /^[bcdfghjklmnpqrstvwxz][aeiouyäöüáéíóú]/.test(here) &&
    !/[cst]h|ph|ck|sc|qu/.test(word.slice(at - 1, at + 1))
  )
}

/** How wide each word is, and the space between two, at any one size. */
export interface WordWidths {
  readonly words: readonly number[]
  readonly space: number
  /** Words that are followed without a space. */
  readonly tight?: readonly boolean[]
}

/** Where lines begin, by word. */
export type LineStarts = readonly number[]

/**
 * Divides words into this many lines so that the longest line is as short as it can be, and the
 * others come as near to it as they can: that is what makes a headline look balanced.
 */
export function balancedLines(
  words: readonly string[],
  count: number,
  widths: WordWidths,
): readonly string[] {
  return linesAt(words, balancedStarts(words, count, widths))
}

export function balancedStarts(
  words: readonly string[],
  count: number,
  widths: WordWidths,
): LineStarts {
  const lines = Math.min(count, words.length)
  const bare = widthBetween(widths)
  const width = (from: number, to: number) => {
    const hangs = to < words.length && dangling.test(words[to - 1] ?? '')
    return bare(from, to) * (hangs ? danglingCost : 1)
  }
  const longest = division(words.length, lines, (from, to, rest) => Math.max(width(from, to), rest))
  const limit = longest.cost * 1.0001
  const { breaks } = division(words.length, lines, (from, to, rest) => {
    const left = limit - width(from, to)
    return left < 0 ? Number.POSITIVE_INFINITY : left ** 2 + rest
  })
  return [0, ...breaks]
}

/** As many words on each line as fit: how running text is set. */
export function filledStarts(count: number, limit: number, widths: WordWidths): LineStarts {
  const width = widthBetween(widths)
  const starts = [0]
  for (let to = 1; to < count; to += 1) {
    if (width(starts.at(-1) ?? 0, to + 1) > limit) starts.push(to)
  }
  return starts
}

export function linesAt(words: readonly string[], starts: LineStarts): readonly string[] {
  return starts.map((from, index) => joined(words.slice(from, starts[index + 1])))
}

export function widestLine(starts: LineStarts, widths: WordWidths): number {
  const width = widthBetween(widths)
  const end = widths.words.length
  return Math.max(...starts.map((from, index) => width(from, starts[index + 1] ?? end)))
}

function widthBetween({ words, space, tight = [] }: WordWidths) {
  const gapAfter = (at: number) => (tight[at] ? 0 : space)
  const sums = [0]
  words.forEach((width, at) => {
    sums.push((sums.at(-1) ?? 0) + width + gapAfter(at))
  })
  return (from: number, to: number) => (sums[to] ?? 0) - (sums[from] ?? 0) - gapAfter(to - 1)
}

interface Division {
  readonly cost: number
  readonly breaks: readonly number[]
}

/** The cheapest way to divide `total` things into `lines` runs, where a run's cost adds to the rest's. */
function division(
  total: number,
  lines: number,
  cost: (from: number, to: number, rest: number) => number,
): Division {
  let best: Division[] = Array.from({ length: total }, (_, from) => ({
    cost: cost(from, total, 0),
    breaks: [],
  }))
  for (let line = 1; line < lines; line += 1) {
    const after = best
    best = after.map((_, from) => cheapest(from, total - line, after, cost))
  }
  return best[0] ?? { cost: 0, breaks: [] }
}

function cheapest(
  from: number,
  last: number,
  after: readonly Division[],
  cost: (from: number, to: number, rest: number) => number,
): Division {
  let least: Division = { cost: Number.POSITIVE_INFINITY, breaks: [] }
  for (let to = from + 1; to <= last; to += 1) {
    const rest = after[to]
    if (!rest) continue
    const total = cost(from, to, rest.cost)
    if (total < least.cost) least = { cost: total, breaks: [to, ...rest.breaks] }
  }
  return least
}
