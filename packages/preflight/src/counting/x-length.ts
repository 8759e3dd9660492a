import { findLinks } from '../entities/find-links.ts'
import { emojiLength, mayBeginEmoji } from './emoji.ts'

/** What every link counts on X and on Mastodon, however long it is. */
export const linkLength = 23

/**
 * The weighted length by which X counts (configuration 3): Latin and most alphabets one, CJK and
 * symbols two, an emoji two however it is put together, a link 23. Counted in its composed form.
 */
export function xLength(text: string): number {
  const composed = text.normalize('NFC')
  const links = findLinks(composed)
  let nextLink = 0
  let length = 0
  for (let at = 0; at < composed.length; ) {
    const link = links[nextLink]
    if (link !== undefined && link.start === at) {
      length += linkLength
      at = link.end
      nextLink += 1
      continue
    }
    const unit = composed.charCodeAt(at)
    const emoji = mayBeginEmoji(unit, composed.charCodeAt(at + 1)) ? emojiLength(composed, at) : 0
    length += emoji > 0 ? 2 : weightOf(unit)
    at += emoji > 0 ? emoji : unitsAt(composed, at, unit)
  }
  return length
}

function weightOf(unit: number): number {
  if (unit <= 4351) return 1
  const isNarrow =
    (unit >= 8192 && unit <= 8205) ||
    (unit >= 8208 && unit <= 8223) ||
    (unit >= 8242 && unit <= 8247)
  return isNarrow ? 1 : 2
}

function unitsAt(text: string, at: number, unit: number): number {
  if (unit < 0xd800 || unit > 0xdbff) return 1
  const next = text.charCodeAt(at + 1)
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1
}
