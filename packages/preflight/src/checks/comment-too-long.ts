import { plainRoom } from '../limits/text-room.ts'
import { counted } from './counted.ts'
import { type Check, finding } from './finding.ts'

/** A network that has no comments gets none, however long it is. */
export const commentTooLong: Check = ({ post, limits }) => {
  if (limits.comment === null) return []
  const room = plainRoom(limits.comment)
  const over = room.count(post.comment?.trim() ?? '') - room.max
  if (over <= 0) return []
  const message = `The first comment is ${counted(over, 'character')} over the ${counted(room.max, 'character')} that ${limits.name} takes: shorten it.`
  return [finding(limits, 'comment.too_long', message)]
}
