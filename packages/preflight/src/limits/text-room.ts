import { countBy } from '../counting/count-text.ts'
import { countUtf8Bytes } from '../counting/utf8-bytes.ts'
import { isVideo, type PostFacts } from '../post-facts.ts'
import type { NetworkLimits, TextLimit } from './network-limits.ts'

/** How much room there is for one text. */
export interface TextRoom {
  readonly max: number
  readonly count: (text: string) => number
  readonly fits: (text: string) => boolean
}

/** The room for the text of a post, which for some networks depends on what it comes with. */
export function textRoom(limits: NetworkLimits, post: Pick<PostFacts, 'type' | 'media'>): TextRoom {
  const { max, counting, maxBytes } = limits.text
  return room({ max: maxFor(limits, post) ?? max, counting }, maxBytes)
}

function maxFor({ text }: NetworkLimits, { type, media }: Pick<PostFacts, 'type' | 'media'>) {
  if (text.ofVideo !== null && (type === 'video' || media.some(isVideo))) return text.ofVideo
  return media.length > 0 ? text.underMedia : null
}

/** The room for a title, a comment or an alternative text. */
export function plainRoom(limit: TextLimit): TextRoom {
  return room(limit, null)
}

function room(limit: Pick<TextLimit, 'max' | 'counting'>, maxBytes: number | null): TextRoom {
  const { max, counting } = limit
  const count = (text: string) => countBy(counting, text)
  return {
    max,
    count,
    fits: (text) => count(text) <= max && (maxBytes === null || countUtf8Bytes(text) <= maxBytes),
  }
}
