import type { TextFix } from '../fixes/fix.ts'
import { isVideo } from '../post-facts.ts'
import { counted } from './counted.ts'
import { type Check, finding } from './finding.ts'

export const mediaMissing: Check = ({ post, limits }) => {
  if (limits.media.required === 'none' || post.media.length > 0) return []
  const what = limits.media.required === 'video' ? 'a video' : 'a picture or a video'
  return [
    finding(limits, 'media.missing', `${limits.name} takes no post without ${what}: add one.`),
  ]
}

export const mediaVideoNeeded: Check = ({ post, limits }) => {
  const pictures = indexesOf(post.media, (media) => !isVideo(media))
  if (limits.media.images !== null || pictures.length === 0) return []
  const message = `${limits.name} publishes videos alone: add a video, and take out ${counted(pictures.length, 'picture')}.`
  return [
    finding(limits, 'media.video_needed', message, { fixes: [removing(pictures, 'picture')] }),
  ]
}

/** The network takes videos, and Rheos cannot bring them there. */
export const mediaVideoNotHere: Check = ({ post, limits }) => {
  const videos = indexesOf(post.media, isVideo)
  const [first] = videos
  if (first === undefined || limits.media.videos?.fromHere === true) return []
  const message = `Videos cannot be published on ${limits.name} from here yet: take the video out, or post it there yourself.`
  return [
    finding(limits, 'media.video_not_here', message, {
      media: first,
      fixes: [removing(videos, 'video')],
    }),
  ]
}

/** Pictures with videos: what is of the other kind than the first goes. */
export const mediaMixed: Check = ({ post, limits }) => {
  const [first] = post.media
  if (first === undefined || limits.media.mixed || limits.media.images === null) return []
  const others = indexesOf(post.media, (media) => isVideo(media) !== isVideo(first))
  if (others.length === 0) return []
  const message = `${limits.name} takes pictures or a video in one post, not both: keep one kind.`
  const what = isVideo(first) ? 'picture' : 'video'
  return [finding(limits, 'media.mixed', message, { fixes: [removing(others, what)] })]
}

export const mediaTooMany: Check = ({ post, limits }) => {
  const { images, videos } = limits.media
  const kinds = [
    { what: 'picture', max: images?.max, indexes: indexesOf(post.media, (each) => !isVideo(each)) },
    { what: 'video', max: videos?.max, indexes: indexesOf(post.media, isVideo) },
  ]
  return kinds.flatMap(({ what, max, indexes }) => {
    if (max === undefined || indexes.length <= max) return []
    const message = `There are ${counted(indexes.length, what)}, and ${limits.name} takes ${max}: take out ${indexes.length - max}.`
    const fixes = [removing(indexes.slice(max), what)]
    return [finding(limits, 'media.too_many', message, { fixes })]
  })
}

export const mediaGone: Check = ({ post, limits }) => {
  const gone = indexesOf(post.media, (media) => media.gone === true)
  if (gone.length === 0) return []
  const message =
    'A picture of this post is no longer in the library: restore it there, or take it out here.'
  return [
    finding(limits, 'media.gone', message, {
      media: gone[0] as number,
      fixes: [{ kind: 'removeMedia', media: gone, label: 'Take it out' }],
    }),
  ]
}

export const mediaRepeated: Check = ({ post, limits }) => {
  const again = indexesOf(
    post.media,
    ({ assetId }, index) => post.media.findIndex((each) => each.assetId === assetId) < index,
  )
  if (again.length === 0) return []
  const message = 'The same picture is in the post more than once: once is enough.'
  return [
    finding(limits, 'media.repeated', message, {
      media: again[0] as number,
      fixes: [{ kind: 'removeMedia', media: again, label: 'Keep it once' }],
    }),
  ]
}

export const mediaAnimatedAlone: Check = ({ post, limits }) => {
  if (limits.media.images?.animated.shown !== 'movingAlone' || post.media.length < 2) return []
  const moving = post.media.findIndex(({ animated }) => animated === true)
  if (moving === -1) return []
  const others = indexesOf(post.media, (_, index) => index !== moving)
  const message = `An animated picture stands alone in a post on ${limits.name}: take out the others, or it.`
  return [
    finding(limits, 'media.animated_alone', message, {
      media: moving,
      fixes: [
        { kind: 'removeMedia', media: others, label: 'Keep the animated one' },
        { kind: 'removeMedia', media: [moving], label: 'Remove the animated one' },
      ],
    }),
  ]
}

export const mediaAnimatedStill: Check = ({ post, limits }) => {
  if (limits.media.images?.animated.shown !== 'still') return []
  const media = post.media.findIndex(({ animated }) => animated === true)
  if (media === -1) return []
  const message = `${limits.name} shows an animated picture as a still one: use a picture that says enough by its first frame.`
  return [finding(limits, 'media.animated_still', message, { media })]
}

function removing(media: readonly number[], what: string): TextFix {
  return { kind: 'removeMedia', media, label: `Remove ${counted(media.length, what)}` }
}

function indexesOf<Item>(
  items: readonly Item[],
  is: (item: Item, index: number) => boolean,
): readonly number[] {
  return items.flatMap((item, index) => (is(item, index) ? [index] : []))
}
