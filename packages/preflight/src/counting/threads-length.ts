import { countCodePoints } from './code-points.ts'
import { emojiLength, mayBeginEmoji } from './emoji.ts'
import { countUtf8Bytes } from './utf8-bytes.ts'

/** As Threads documents it: an emoji counts its bytes in UTF-8, any other character counts one. */
export function threadsLength(text: string): number {
  let length = countCodePoints(text)
  for (let at = 0; at < text.length; at += 1) {
    if (!mayBeginEmoji(text.charCodeAt(at), text.charCodeAt(at + 1))) continue
    const emoji = emojiLength(text, at)
    if (emoji === 0) continue
    const written = text.slice(at, at + emoji)
    length += countUtf8Bytes(written) - countCodePoints(written)
    at += emoji - 1
  }
  return length
}
