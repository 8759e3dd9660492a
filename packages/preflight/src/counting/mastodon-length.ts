import { findLinks } from '../entities/find-links.ts'
import { countGraphemes } from './graphemes.ts'
import { linkLength } from './x-length.ts'

/** `@name@server`, which counts as `@name`: the address must not make a long name dear. */
const remoteMention =
  /(?<![\p{L}\p{N}_@/.=])(@[a-z0-9_]+(?:[a-z0-9_.-]*[a-z0-9_])?)@[\p{L}\p{N}.-]*[\p{L}\p{N}]/giu

/** As Mastodon counts: graphemes, a link with a scheme 23, a mention of another server its name. */
export function mastodonLength(text: string): number {
  let length = 0
  let from = 0
  for (const link of findLinks(text)) {
    if (!link.hasScheme) continue
    length += countGraphemes(withoutServers(text.slice(from, link.start))) + linkLength
    from = link.end
  }
  return length + countGraphemes(withoutServers(text.slice(from)))
}

function withoutServers(text: string): string {
  return text.includes('@') ? text.replace(remoteMention, '$1') : text
}
