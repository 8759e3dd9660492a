/**
 * Characters without a shape that change how a text is shown or whether it is taken: controls, zero
 * width spaces, overrides of direction, halves of a pair. ZWJ, ZWNJ and the marks of direction stay:
 * emoji and several scripts need them. A new expression each time, since it keeps its place.
 */
export function controlCharacters(): RegExp {
  return /(?![\t\n\r])[\p{Cc}\p{Cs}\u200B\u2060\u202A-\u202E\uFEFF\uFFFE\uFFFF]/gu
}

/** Those characters of a list that stand in the text, as in `< and >`; or nothing. */
export function forbiddenIn(text: string, forbidden: string): string {
  return [...forbidden].filter((character) => text.includes(character)).join(' and ')
}

/** The text without the characters of a list. */
export function withoutCharacters(text: string, forbidden: string): string {
  return [...text].filter((character) => !forbidden.includes(character)).join('')
}
