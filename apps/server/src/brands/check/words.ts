import { chunksOf } from '../text-chunks.ts'

const letter = '[\\p{L}\\p{M}\\p{N}]'

/** Scripts that write no spaces between words have no ends of words to look for. */
const dense = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u

/** Finds whole words and phrases whatever their case, and however an apostrophe or space is written. */
export function wordPattern(phrases: readonly string[]): RegExp {
  const longestFirst = [...phrases].sort((one, other) => other.length - one.length)
  const [joined, spaced] = [
    longestFirst.filter((phrase) => dense.test(phrase)),
    longestFirst.filter((phrase) => !dense.test(phrase)),
  ].map((some) => some.map(escaped).join('|'))
  const options = [joined, spaced && `(?<!${letter})(?:${spaced})(?!${letter})`].filter(Boolean)
  return new RegExp(options.length === 0 ? '(?!)' : options.join('|'), 'giu')
}

function escaped(phrase: string): string {
  return phrase
    .trim()
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/['’]/g, "['’]")
    .replace(/\s+/g, '\\s+')
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Addresses, hashtags and mentions are no words that anybody speaks. */
export function spokenOf(text: string): string {
  return text.replace(/https?:\/\/\S+|www\.\S+|(?<![\p{L}\p{N}])[#@][\p{L}\p{N}_.-]+/gu, (match) =>
    ' '.repeat(match.length),
  )
}

export function countWords(text: string): number {
  let words = 0
  for (const chunk of chunksOf(spokenOf(text))) {
    for (const { isWordLike } of segmenter.segment(chunk.text)) if (isWordLike) words += 1
  }
  return words
}

/** The words of a phrase that say what it is about, each as it begins. */
export function stemsOf(phrase: string): string[] {
  const words = phrase.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const dense = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(phrase)
  return words
    .filter((word) => (dense || [...word].length >= 4) && !filler.has(word))
    .map((word) => [...word].slice(0, Math.max(4, Math.floor([...word].length * 0.6))).join(''))
}

const filler = new Set(
  'with from that this their they them about into over your ours what when where which while have been were will would could also more most some such than then only very people with behind eine einer eines einem einen oder aber auch nicht unsere unser über sein ihre durch dans pour avec sans leur leurs nous vous cette para como pero sobre entre nuestra nuestro'.split(
    ' ',
  ),
)

/** Whether a text touches what a phrase is about. */
export function touches(text: string, phrase: string): boolean {
  const lower = text.toLowerCase()
  return stemsOf(phrase).some((stem) => beginsWord(lower, stem))
}

function beginsWord(text: string, stem: string): boolean {
  for (let at = text.indexOf(stem); at !== -1; at = text.indexOf(stem, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at).match(/[\p{L}\p{N}]$/u)
    if (before === null || /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(stem)) return true
  }
  return false
}
