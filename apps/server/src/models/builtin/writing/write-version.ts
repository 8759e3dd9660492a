import { roomOf } from '../../network-room.ts'
import type { VersionRequest } from '../../text-model.ts'
import { findHashtags } from './find-hashtags.ts'
import { habits } from './habits.ts'
import { shortenTo } from './rewriting/shorten.ts'

const tagsLine = /(?:\s*#[\p{L}\p{N}\p{M}_]+)+\s*$/u

/** A post in the length and with the hashtags that are usual on its network; it adds nothing else. */
export function writeVersion(request: VersionRequest): string {
  const { network, text } = request
  const { charactersMax, tags: count } = habits[network]
  const { max, length } = roomOf(network)
  const own = tagsLine.exec(text)?.[0].match(/#\S+/g) ?? []
  const body = text.replace(tagsLine, '').trim()
  const found = findHashtags({ ...request, kind: 'hashtags', text: body, count })
  const tags = unique([...own, ...found]).slice(0, count)
  const end = tags.length > 0 ? `\n\n${tags.join(' ')}` : ''
  const room = Math.min(max, Math.max(charactersMax, 1)) - length(end)
  const fitting = shortenTo(body === '' ? text.trim() : body, { max: room, length })
  return body === '' ? fitting : fitting + end
}

function unique(tags: readonly string[]): readonly string[] {
  const folded = tags.map((tag) => tag.toLocaleLowerCase())
  return tags.filter((_, at) => folded.indexOf(folded[at] ?? '') === at)
}
