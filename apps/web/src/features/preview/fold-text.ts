/** How much of a text is shown before it is folded, as the network folds it on a phone. */
export interface FoldRule {
  readonly characters: number
  readonly lines: number
  /** About how many characters stand in one line. */
  readonly lineWidth: number
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The part that is shown, or nothing when all of it is. Never cuts an emoji, nor a short word. */
export function foldText(text: string, rule: FoldRule): string | undefined {
  const end = Math.min(endByLines(text, rule), rule.characters)
  if (end >= text.length) return undefined
  const shown = wholeCharacters(text.slice(0, end + 24), end)
  const space = shown.search(/\s\S*$/)
  const isWhole = /\s/.test(text.charAt(end))
  const words = !isWhole && space > end - 24 && space > 0 ? shown.slice(0, space) : shown
  // An ellipsis follows: `Hello,…` reads worse than `Hello…`.
  return words.replace(/[\s,;:.–—-]+$/u, '')
}

function endByLines(text: string, { lines, lineWidth }: FoldRule): number {
  let left = lines
  let end = 0
  for (const line of text.split('\n')) {
    const taken = Math.max(1, Math.ceil(line.length / lineWidth))
    if (taken >= left) return end + Math.min(line.length, left * lineWidth)
    left -= taken
    end += line.length + 1
  }
  return text.length
}

function wholeCharacters(text: string, max: number): string {
  let end = 0
  for (const { index, segment } of segmenter.segment(text)) {
    if (index + segment.length > max) break
    end = index + segment.length
  }
  return text.slice(0, end)
}
