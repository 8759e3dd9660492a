import { findLinks } from '../entities/find-links.ts'

/** A place where a text may be parted, best first: after a paragraph, a sentence, a word. */
export interface TextBreak {
  readonly at: number
  readonly after: 'paragraph' | 'sentence' | 'word'
}

const space = /\s+/gu
/** Scripts that write no spaces: any character may end a line but before a sign or an accent. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}。、！？，](?=[^\p{P}\p{M}\p{sc=Common}\s]|\p{Emoji_Presentation})/gu
const sentenceEnd = /[.!?…。！？؟۔।]["'”’»)\]]*$/u

/** All places where the text may be parted, in order; never within a word, a link or an emoji. */
export function textBreaks(text: string): readonly TextBreak[] {
  const links = findLinks(text)
  const breaks = [...spaces(text), ...characters(text)].sort((a, b) => a.at - b.at)
  let next = 0
  return breaks.filter(({ at }) => {
    while (next < links.length && (links[next]?.end ?? 0) <= at) next += 1
    const link = links[next]
    return at > 0 && (link === undefined || at <= link.start)
  })
}

function* spaces(text: string): Generator<TextBreak> {
  for (const { index, 0: gap } of text.matchAll(space)) {
    yield { at: index, after: gap.includes('\n') ? 'paragraph' : afterWord(text, index) }
  }
}

function* characters(text: string): Generator<TextBreak> {
  for (const { index, 0: character } of text.matchAll(unspaced)) {
    const at = index + character.length
    yield { at, after: afterWord(text, at) }
  }
}

function afterWord(text: string, at: number): 'sentence' | 'word' {
  return sentenceEnd.test(text.slice(Math.max(0, at - 8), at)) ? 'sentence' : 'word'
}
