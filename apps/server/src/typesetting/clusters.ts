const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** What a reader takes for one letter: a base with its marks, an emoji with its joiners. */
export function clustersOf(text: string): readonly string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
}

/** Steers the letters around it and is not seen itself. */
export function isIgnorable(codePoint: number): boolean {
  return (
    codePoint === 0xad ||
    codePoint === 0x34f ||
    codePoint === 0x61c ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x2069) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    codePoint === 0xfeff ||
    (codePoint >= 0xe0000 && codePoint <= 0xe007f)
  )
}

export type Direction = 'ltr' | 'rtl'

/** Which way a text is read: its first letter decides; one without letters goes with what is around it. */
export function directionOf(text: string, around: Direction = 'ltr'): Direction {
  const [first] = /\p{L}/u.exec(text) ?? []
  if (first === undefined) return around
  return rightToLeft.test(first) ? 'rtl' : 'ltr'
}

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u

/** Scripts whose letters join: space between them would tear words apart. */
export const joinedScript = /[\p{Script=Arabic}\p{Script=Devanagari}]/u

/** Scripts that stand taller or reach deeper than Latin capitals and descenders. */
export const tallScript =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\p{Regional_Indicator}]/u
