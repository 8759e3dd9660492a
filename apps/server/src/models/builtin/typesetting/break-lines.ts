/** No line should end in one of these. */
export const dangling =
  /^(a|an|the|of|to|or|and|our|your|my|its|is|are|with|for|in|on|der|die|das|den|dem|ein|eine|und|oder|zu|von|unser|unsere|le|la|les|un|une|de|du|des|et|ou|notre|el|los|las|una|y|o|del|nuestro|nuestra)$/i
/** A line that ends in one counts as this much wider than it is. */
const danglingCost = 1.6

const wordMax = 22
/** Marks a part of a divided word: a hyphen when the line ends there, nothing when it goes on. */
const softHyphen = '\u00ad'

/** The words of a text; one too long for any line is divided where a syllable may begin. */
export function wordsOf(text: string): readonly string[] {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .flatMap((word) => divided(word))
}

/** Words as they stand in one line. */
export function joined(words: readonly string[]): string {
  return words
    .join(' ')
    .replaceAll(`${softHyphen} `, '')
    .replace(new RegExp(`(?<![-–/])${softHyphen}$`), '-')
    .replaceAll(softHyphen, '')
}

function divided(word: string): readonly string[] {
  const letters = [...word]
  if (letters.length <= wordMax) return [word]
  const cut = syllableNear(letters)
  const [head, tail] = [letters.slice(0, cut).join(''), letters.slice(cut).join('')]
  return [
    ...divided(head).slice(0, -1),
    `${divided(head).at(-1) ?? head}${softHyphen}`,
    ...divided(tail),
  ]
}

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
}

/**
 * Divides words into this many lines so that the longest line is as short as it can be, and the
 * others come as near to it as they can: that is what makes a headline look balanced.
 */
export function balancedLines(
  words: readonly string[],
  count: number,
  widths: WordWidths,
): readonly string[] {
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
  const starts = [0, ...breaks]
  return starts.map((from, index) => joined(words.slice(from, starts[index + 1])))
}

function widthBetween({ words, space }: WordWidths) {
  const sums = [0]
  for (const width of words) sums.push((sums.at(-1) ?? 0) + width)
  return (from: number, to: number) =>
    (sums[to] ?? 0) - (sums[from] ?? 0) + space * Math.max(0, to - from - 1)
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
