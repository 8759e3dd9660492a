/**
 * An emoji as one sequence, by the grammar of UTS 51: a flag, a keycap, or elements with skin tone or
 * presentation selector, joined by ZWJ. A text character that may be an emoji (©, ❤) is one only with
 * its selector.
 */
const element =
  '(?:\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}|\\p{Emoji}\\uFE0F|\\p{Emoji_Presentation}(?!\\uFE0E))'
const flag = '\\p{Regional_Indicator}{2}|\\u{1F3F4}[\\u{E0020}-\\u{E007E}]+\\u{E007F}'
const keycap = '[#*0-9]\\uFE0F?\\u20E3'
const joined = `${element}(?:\\u200D(?:${element}|\\p{Extended_Pictographic}))*`
const pattern = `${keycap}|${flag}|${joined}`

const emojiAt = new RegExp(pattern, 'yu')

/** The length in UTF-16 units of the emoji that begins at `at`, or 0. */
export function emojiLength(text: string, at: number): number {
  emojiAt.lastIndex = at
  return emojiAt.test(text) ? emojiAt.lastIndex - at : 0
}

/** Whether an emoji could begin with this UTF-16 unit: cheap, so that plain text is not matched. */
export function mayBeginEmoji(unit: number, next: number): boolean {
  if (unit < 0x80) return next === 0xfe0f || next === 0x20e3
  return unit === 0xa9 || unit === 0xae || (unit >= 0x2000 && (unit < 0x3400 || unit >= 0xd83c))
}
