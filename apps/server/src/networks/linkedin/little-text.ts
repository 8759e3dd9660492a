/** What has a meaning in the text of a post at LinkedIn; unescaped, the text is cut off there. */
const reserved = /[\\|{}@[\]()<>#*_~]/g
const hashtags = /(?<![\p{L}\p{N}_&])#([\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*)/gu

/** A plain text in the form that posts at LinkedIn are written in (“little”); hashtags stay hashtags. */
export function littleText(text: string): string {
  let little = ''
  let done = 0
  for (const found of text.matchAll(hashtags)) {
    little += escaped(text.slice(done, found.index))
    little += `{hashtag|\\#|${escaped(found[1] ?? '')}}`
    done = found.index + found[0].length
  }
  return little + escaped(text.slice(done))
}

/** The plain text of it. */
export function plainText(little: string): string {
  return little
    .replace(/\{hashtag\|\\?#\|((?:\\.|[^}\\])*)\}/g, '#$1')
    .replace(/\\([\\|{}@[\]()<>#*_~])/g, '$1')
}

function escaped(text: string): string {
  return text.replace(reserved, '\\$&')
}
