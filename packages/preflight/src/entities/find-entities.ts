import { findLinks } from './find-links.ts'

/** What a network makes something of: a link, a hashtag or a mention, and where it stands. */
export interface Entity {
  readonly kind: 'link' | 'hashtag' | 'mention'
  readonly start: number
  readonly end: number
  readonly text: string
}

const hashtag = /(?<![\p{L}\p{M}\p{N}_&/#＃])[#＃][\p{L}\p{M}\p{N}_]+/gu
const mention =
  /(?<![\p{L}\p{N}_@/.+-])@[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?(?:@[a-z0-9-]+(?:\.[a-z0-9-]+)+)?/giu

/** Links, hashtags and mentions of a text, in order; none lies within another. */
export function findEntities(text: string): readonly Entity[] {
  const found = [
    ...findLinks(text).map(({ start, end }) => entity('link', text, start, end)),
    ...matches('hashtag', text, hashtag, '#'),
    ...matches('mention', text, mention, '@'),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return found.filter((each) => {
    if (each.start < end) return false
    end = each.end
    return true
  })
}

/** Hashtags alone. */
export function findHashtags(text: string): readonly Entity[] {
  return findEntities(text).filter(({ kind }) => kind === 'hashtag')
}

function matches(kind: Entity['kind'], text: string, pattern: RegExp, sign: string): Entity[] {
  if (!text.includes(sign) && !text.includes('＃')) return []
  return [...text.matchAll(pattern)].map(({ index, 0: word }) =>
    entity(kind, text, index, index + word.length),
  )
}

function entity(kind: Entity['kind'], text: string, start: number, end: number): Entity {
  return { kind, start, end, text: text.slice(start, end) }
}
