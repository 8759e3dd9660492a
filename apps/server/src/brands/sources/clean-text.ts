import { storableText } from '../../db/storable-text.ts'

/**
 * Signs that nobody sees: zero-width and direction controls, and the tag characters in which a text
 * can carry words that only a machine reads. Joiners stay: emoji and several scripts need them.
 */
const unseen = /[\u200b\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is what this is for.
const controls = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g

/** A title from outside: one line of what is seen of it. */
export function cleanTitle(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ')
}

/** Text from outside as it is kept: what is seen of it, with lines and paragraphs and no more room. */
export function cleanText(text: string): string {
  return storableText(text)
    .replace(/\r\n?/g, '\n')
    .replace(controls, ' ')
    .replace(unseen, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
