import { forbiddenIn } from '../entities/odd-characters.ts'
import { plainRoom } from '../limits/text-room.ts'
import { counted } from './counted.ts'
import { type Check, finding } from './finding.ts'

export const titleMissing: Check = ({ post, limits }) => {
  if (!limits.title?.required || post.title.trim() !== '') return []
  const hasText = post.parts.some((part) => part.trim() !== '')
  return [
    finding(limits, 'title.missing', `${limits.name} needs a title: write one.`, {
      fixes: hasText ? [{ kind: 'titleFromText', label: 'Take it from the text' }] : [],
    }),
  ]
}

export const titleTooLong: Check = ({ post, limits }) => {
  if (limits.title === null) return []
  const room = plainRoom(limits.title)
  const over = room.count(post.title) - room.max
  if (over <= 0) return []
  const message = `The title is ${counted(over, 'character')} over the ${room.max} that ${limits.name} takes: shorten it.`
  return [
    finding(limits, 'title.too_long', message, {
      fixes: [{ kind: 'trimTitle', label: 'Trim to fit' }],
    }),
  ]
}

export const titleForbidden: Check = ({ post, limits }) => {
  const found = forbiddenIn(post.title, limits.title?.forbidden ?? '')
  if (found === '') return []
  const message = `${limits.name} refuses a title with ${found}: take it out.`
  return [
    finding(limits, 'title.forbidden_characters', message, {
      fixes: [{ kind: 'removeForbidden', of: 'title', label: `Remove ${found}` }],
    }),
  ]
}
