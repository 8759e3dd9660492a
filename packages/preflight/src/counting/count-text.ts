import { limits } from '../limits/limits.ts'
import type { CountingRule } from '../limits/network-limits.ts'
import type { Network } from '../networks.ts'
import { countCodePoints } from './code-points.ts'
import { countGraphemes } from './graphemes.ts'
import { mastodonLength } from './mastodon-length.ts'
import { threadsLength } from './threads-length.ts'
import { countUtf8Bytes } from './utf8-bytes.ts'
import { xLength } from './x-length.ts'

const rules: Readonly<Record<CountingRule, (text: string) => number>> = {
  graphemes: countGraphemes,
  codePoints: countCodePoints,
  utf16: (text) => text.length,
  bytes: countUtf8Bytes,
  xWeighted: xLength,
  threads: threadsLength,
  mastodon: mastodonLength,
}

/** How long a text is by one way of counting. */
export function countBy(rule: CountingRule, text: string): number {
  return rules[rule](text)
}

/** How long a text is as this network counts the text of a post. */
export function countText(text: string, network: Network): number {
  return countBy(limits[network].text.counting, text)
}
