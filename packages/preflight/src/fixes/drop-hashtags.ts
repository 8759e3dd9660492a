import { type Entity, findHashtags } from '../entities/find-entities.ts'

/** The text with the first `keep` hashtags, and without the others and the gaps that they leave. */
export function dropHashtags(text: string, keep: number): string {
  return without(text, findHashtags(text).slice(keep))
}

/** The text with each hashtag where it stands first. */
export function dropRepeatedHashtags(text: string): string {
  return without(text, repeatedTags(findHashtags(text)))
}

/** Hashtags that stood there before, however they are capitalised. */
export function repeatedTags(tags: readonly Entity[]): readonly Entity[] {
  const seen = new Set<string>()
  return tags.filter(({ text }) => {
    const isKnown = seen.has(text.toLowerCase())
    seen.add(text.toLowerCase())
    return isKnown
  })
}

function without(text: string, spans: readonly { start: number; end: number }[]): string {
  let kept = ''
  let from = 0
  for (const { start, end } of spans) {
    kept += text.slice(from, start).replace(/[ \t]+$/u, '')
    from = end
  }
  return (kept + text.slice(from)).replace(/\n{3,}/gu, '\n\n').trimEnd()
}
