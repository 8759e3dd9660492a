import { counted } from './counted.ts'
import { type Check, finding } from './finding.ts'

export const threadUnsupported: Check = ({ post, limits }) => {
  if (limits.thread !== null || post.parts.length <= 1) return []
  return [
    finding(
      limits,
      'thread.unsupported',
      `${limits.name} has no threads: put the ${counted(post.parts.length, 'part')} into one text.`,
      { fixes: [{ kind: 'joinParts', label: 'Join into one text' }] },
    ),
  ]
}

export const threadTooManyParts: Check = ({ post, limits }) => {
  const max = limits.thread?.maxParts ?? null
  if (max === null || post.parts.length <= max) return []
  return [
    finding(
      limits,
      'thread.too_many_parts',
      `The thread has ${counted(post.parts.length, 'part')}, and ${limits.name} takes ${max}: shorten it.`,
      { fixes: [{ kind: 'keepParts', keep: max, label: `Keep the first ${max}` }] },
    ),
  ]
}

export const threadPartEmpty: Check = ({ post, limits }) => {
  if (post.parts.every((part) => part.trim() === '')) return []
  const part = post.parts.findIndex((text, index) => index > 0 && text.trim() === '')
  if (part === -1) return []
  return [
    finding(limits, 'thread.part_empty', `Part ${part + 1} is empty: write it, or take it out.`, {
      part,
      fixes: [{ kind: 'dropEmptyParts', label: 'Remove empty parts' }],
    }),
  ]
}
