import type { Finding } from '../checks/finding.ts'
import { findLinks } from '../entities/find-links.ts'
import { controlCharacters, withoutCharacters } from '../entities/odd-characters.ts'
import { limits } from '../limits/limits.ts'
import type { NetworkLimits } from '../limits/network-limits.ts'
import { plainRoom, textRoom } from '../limits/text-room.ts'
import type { PostFacts } from '../post-facts.ts'
import { dropHashtags, dropRepeatedHashtags } from './drop-hashtags.ts'
import type { TextFix } from './fix.ts'
import { splitText } from './split-text.ts'
import { trimText } from './trim-text.ts'

type Kind = TextFix['kind']
type Fixing<K extends Kind> = (
  post: PostFacts,
  fix: Extract<TextFix, { kind: K }>,
  limits: NetworkLimits,
) => PostFacts

const fixing: { readonly [K in Kind]: Fixing<K> } = {
  trim: (post, { part }, of) =>
    withPart(post, part, (text) => [trimText(text, textRoom(of, post))]),
  split: (post, { part, numbered }, of) =>
    withPart(post, part, (text) => splitText(text, textRoom(of, post), { numbered })),
  joinParts: (post) => ({ ...post, parts: [post.parts.filter(isWritten).join('\n\n')] }),
  dropEmptyParts: (post) => ({ ...post, parts: post.parts.filter(isWritten) }),
  keepParts: (post, { keep }) => ({ ...post, parts: post.parts.slice(0, keep) }),
  dropHashtags: (post, { part, keep }) =>
    withPart(post, part, (text) => [dropHashtags(text, keep)]),
  dropRepeatedHashtags: (post) => ({ ...post, parts: post.parts.map(dropRepeatedHashtags) }),
  removeForbidden: (post, fix, of) => removeForbidden(post, fix, of),
  removeControls: (post) => ({
    ...post,
    parts: post.parts.map((text) => text.replace(controlCharacters(), '')),
  }),
  addScheme: (post) => ({ ...post, parts: post.parts.map(addScheme) }),
  trimTitle: (post, _, of) => ({ ...post, title: trimTitle(post.title, of) }),
  titleFromText: (post, _, of) => ({ ...post, title: trimTitle(firstLine(post), of) }),
  shortenAlt: (post, fix, of) => shortenAlt(post, fix, of),
  removeMedia: (post, { media }) => ({
    ...post,
    media: post.media.filter((_, index) => !media.includes(index)),
  }),
}

/** The post after one press on a fix of a finding; the post that was given stays as it is. */
export function applyFix(
  post: PostFacts,
  { network }: Pick<Finding, 'network'>,
  fix: TextFix,
): PostFacts {
  const apply = fixing[fix.kind] as Fixing<Kind>
  return apply(post, fix, limits[network])
}

function withPart(
  post: PostFacts,
  part: number,
  change: (text: string) => readonly string[],
): PostFacts {
  return {
    ...post,
    parts: post.parts.flatMap((text, index) => (index === part ? change(text) : text)),
  }
}

function isWritten(text: string): boolean {
  return text.trim() !== ''
}

function removeForbidden(
  post: PostFacts,
  { of }: Extract<TextFix, { kind: 'removeForbidden' }>,
  { text, title }: NetworkLimits,
): PostFacts {
  if (of === 'title')
    return { ...post, title: withoutCharacters(post.title, title?.forbidden ?? '') }
  return { ...post, parts: post.parts.map((part) => withoutCharacters(part, text.forbidden)) }
}

function addScheme(text: string): string {
  const bare = findLinks(text).filter(({ hasScheme }) => !hasScheme)
  return bare.reduceRight(
    (changed, { start }) => `${changed.slice(0, start)}https://${changed.slice(start)}`,
    text,
  )
}

function trimTitle(title: string, limits: NetworkLimits): string {
  if (limits.title === null) return title
  return trimText(withoutCharacters(title, limits.title.forbidden), plainRoom(limits.title))
}

function firstLine({ parts }: PostFacts): string {
  const text = parts.find(isWritten) ?? ''
  return text.trim().split('\n', 1)[0] ?? ''
}

function shortenAlt(
  post: PostFacts,
  fix: Extract<TextFix, { kind: 'shortenAlt' }>,
  limits: NetworkLimits,
): PostFacts {
  const { alt: limit } = limits
  if (limit === null) return post
  return {
    ...post,
    media: post.media.map((media, index) =>
      index === fix.media ? { ...media, alt: trimText(media.alt, plainRoom(limit)) } : media,
    ),
  }
}
