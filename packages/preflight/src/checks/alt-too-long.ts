import { plainRoom } from '../limits/text-room.ts'
import { isVideo } from '../post-facts.ts'
import { counted, pictureName } from './counted.ts'
import { type Check, finding } from './finding.ts'

export const altTooLong: Check = ({ post, limits }) => {
  if (limits.alt === null) return []
  const room = plainRoom(limits.alt)
  return post.media.flatMap((media, index) => {
    const over = isVideo(media) ? 0 : room.count(media.alt) - room.max
    if (over <= 0) return []
    const name = pictureName(index, post.media.length).toLowerCase()
    const message = `The alternative text of ${name} is ${counted(over, 'character')} over the ${counted(room.max, 'character')} that ${limits.name} takes: shorten it.`
    return [
      finding(limits, 'alt.too_long', message, {
        media: index,
        assetId: media.assetId,
        fixes: [{ kind: 'shortenAlt', media: index, label: 'Shorten' }],
      }),
    ]
  })
}
