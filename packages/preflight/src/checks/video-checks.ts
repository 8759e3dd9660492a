import type { VideoLimits } from '../limits/network-limits.ts'
import { isVideo } from '../post-facts.ts'
import { counted, durationText, pictureName } from './counted.ts'
import { type Check, type Checked, type Finding, finding } from './finding.ts'

/** A video whose length is known. */
interface Film {
  readonly limits: Checked['limits']
  readonly of: VideoLimits
  readonly seconds: number
  readonly name: string
  readonly at: { readonly media: number; readonly assetId: string }
}

function eachFilm(look: (film: Film) => readonly Finding[]): Check {
  return ({ post, limits }) =>
    post.media.flatMap((media, index) => {
      const { videos: of } = limits.media
      const { seconds, assetId } = media
      if (of === null || !isVideo(media) || seconds === undefined || media.gone === true) return []
      const name = pictureName(index, post.media.length, 'video')
      return look({ limits, of, seconds, name, at: { media: index, assetId } })
    })
}

export const mediaTooLong = eachFilm(({ limits, of, seconds, name, at }) => {
  if (of.maxSeconds === null || seconds <= of.maxSeconds) return []
  const message = `${name} lasts ${durationText(seconds)}, and ${limits.name} takes ${durationText(of.maxSeconds)}: upload a shorter one.`
  return [finding(limits, 'media.too_long', message, at)]
})

export const mediaTooShort = eachFilm(({ limits, of, seconds, name, at }) => {
  if (of.minSeconds === null || seconds >= of.minSeconds) return []
  const least = counted(of.minSeconds, 'second')
  const message = `${name} lasts ${durationText(seconds)}, and ${limits.name} wants at least ${least}: upload a longer one.`
  return [finding(limits, 'media.too_short', message, at)]
})
