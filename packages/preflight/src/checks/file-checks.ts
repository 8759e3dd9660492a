import type { Pixels } from '../fixes/fix.ts'
import { nearestAspect, ratio } from '../limits/aspects.ts'
import type { Aspect, ImageLimits, NetworkLimits, VideoLimits } from '../limits/network-limits.ts'
import { isVideo, type MediaFacts } from '../post-facts.ts'
import { counted, megabytes, pictureName } from './counted.ts'
import { type Check, type Finding, finding } from './finding.ts'

interface File {
  readonly limits: NetworkLimits
  readonly of: ImageLimits | VideoLimits
  readonly images: ImageLimits | null
  readonly media: MediaFacts
  readonly name: string
  readonly at: { readonly media: number; readonly assetId: string }
}

/** A check of one file, made into one of the post. */
function eachFile(look: (file: File) => readonly Finding[]): Check {
  return ({ post, limits }) =>
    post.media.flatMap((media, index) => {
      const of = isVideo(media) ? limits.media.videos : limits.media.images
      if (of === null || media.gone === true) return []
      const name = pictureName(index, post.media.length, isVideo(media) ? 'video' : 'picture')
      const images = isVideo(media) ? null : limits.media.images
      return look({ limits, of, images, media, name, at: { media: index, assetId: media.assetId } })
    })
}

const typeNames: Readonly<Record<string, string>> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/gif': 'GIF',
  'image/webp': 'WebP',
  'image/heic': 'HEIC',
  'image/avif': 'AVIF',
  'image/svg+xml': 'SVG',
  'video/mp4': 'MP4',
  'video/quicktime': 'MOV',
  'video/webm': 'WebM',
}

function typeName(mediaType: string): string {
  return typeNames[mediaType] ?? mediaType.split('/').at(-1)?.toUpperCase() ?? mediaType
}

export const mediaType = eachFile(({ limits, of, media, name, at, images }) => {
  const [into] = of.types
  if (into === undefined || of.types.includes(media.mediaType)) return []
  const todo = images === null ? `upload it as ${typeName(into)}` : 'convert it'
  const message = `${name} is ${typeName(media.mediaType)}, and ${limits.name} takes ${of.types.map(typeName).join(', ')}: ${todo}.`
  const label = `Convert to ${typeName(into)}`
  const { maxBytes } = of
  const fixes =
    images === null ? [] : [{ kind: 'convert', mediaType: into, maxBytes, label, ...at } as const]
  return [finding(limits, 'media.type', message, { ...at, fixes })]
})

export const mediaTooLarge = eachFile(({ limits, of, media, name, at, images }) => {
  const moving = media.animated === true ? (images?.animated.maxBytes ?? null) : null
  const maxBytes = moving ?? of.maxBytes
  if (media.bytes === null || media.bytes <= maxBytes) return []
  const message = `${name} has ${megabytes(media.bytes)}, and ${limits.name} takes ${megabytes(maxBytes)}: ${images === null ? 'upload a smaller one' : 'make it smaller'}.`
  return [
    finding(limits, 'media.too_large', message, {
      ...at,
      fixes: images === null ? [] : [resizing(images, media, at, maxBytes)],
    }),
  ]
})

export const mediaTooManyPixels = eachFile(({ limits, images, media, name, at }) => {
  const max = images?.maxPixels ?? null
  if (images === null || max === null || media.width * media.height <= max) return []
  const message = `${name} is ${media.width} × ${media.height}, and ${limits.name} takes ${counted(max, 'pixel')} in all: make it smaller.`
  const fixes = [resizing(images, media, at, images.maxBytes)]
  return [finding(limits, 'media.too_many_pixels', message, { ...at, fixes })]
})

function resizing(images: ImageLimits, media: MediaFacts, at: File['at'], maxBytes: number) {
  const pixels = within(media, images.advisedPixels)
  const label = `Make it ${pixels.width} × ${pixels.height}`
  return { kind: 'resize', pixels, maxBytes, label, ...at } as const
}

/** As large as both sides allow, in its own shape, never enlarged. */
function within(media: Pixels, box: Pixels): Pixels {
  const scale = Math.min(1, box.width / media.width, box.height / media.height)
  const side = (pixels: number) => Math.max(1, Math.round(pixels * scale))
  return { width: side(media.width), height: side(media.height) }
}

export const mediaTooSmall = eachFile(({ limits, of, media, name, at }) => {
  if (media.width === 0 || media.height === 0) return []
  const isNarrow = of.minWidth !== null && media.width < of.minWidth
  const isLow = of.minHeight !== null && media.height < of.minHeight
  if (!isNarrow && !isLow) return []
  const least =
    of.minHeight === null ? `${of.minWidth} pixels wide` : `${of.minWidth} × ${of.minHeight}`
  const message = `${name} is ${media.width} × ${media.height}, and ${limits.name} wants at least ${least}: it will look blurred, so use a larger one.`
  return [finding(limits, 'media.too_small', message, at)]
})

export const mediaAspect = eachFile(({ limits, of, images, media, name, at }) => {
  if (of.aspect === null || media.width === 0 || media.height === 0) return []
  const shape = media.width / media.height
  const { min, max } = of.aspect
  if (shape >= ratio(min) - tolerance && shape <= ratio(max) + tolerance) return []
  const to = shape < ratio(min) ? min : nearestAspect(max)
  const message = `${name} is too ${shape < ratio(min) ? 'tall' : 'wide'} for ${limits.name}: crop it to ${aspectName(to)}.`
  return [finding(limits, 'media.aspect', message, { ...at, fixes: cropping(images, to, at) })]
})

/** Half a pixel of a thousand is not another shape. */
const tolerance = 0.005

export const mediaAspectAdvised = eachFile(({ limits, of, images, media, name, at }) => {
  const to = of.advisedAspect
  if (to === null || media.width === 0 || media.height === 0) return []
  if (Math.abs(media.width / media.height / ratio(to) - 1) < 0.02) return []
  const message = `${name} is not ${aspectName(to)}, the shape that ${limits.name} is made for: crop it to fill the screen.`
  return [
    finding(limits, 'media.aspect_advised', message, { ...at, fixes: cropping(images, to, at) }),
  ]
})

function cropping(images: ImageLimits | null, aspect: Aspect, at: File['at']) {
  if (images === null) return []
  return [cropTo(aspect, images, at)]
}

/** A crop to this shape, in the largest size that the network shows. */
export function cropTo(aspect: Aspect, { advisedPixels }: ImageLimits, at: File['at']) {
  const height = Math.round(advisedPixels.width / ratio(aspect))
  const pixels =
    height <= advisedPixels.height
      ? { width: advisedPixels.width, height }
      : { width: Math.round(advisedPixels.height * ratio(aspect)), height: advisedPixels.height }
  return { kind: 'crop', aspect, pixels, label: `Crop to ${aspectName(aspect)}`, ...at } as const
}

/** `4:5`, `1.91:1`. */
export function aspectName({ width, height }: Aspect): string {
  return height === 100 ? `${width / height}:1` : `${width}:${height}`
}

const fileName =
  /^(?:(?:img|dsc|dcim|pxl|image|photo|picture|screenshot|untitled)[-_ .]?\d*|.*\.(?:jpe?g|png|gif|webp|heic|avif))$/iu

export const altFileName = eachFile(({ limits, images, media, name, at }) => {
  if (limits.alt === null || images === null || !fileName.test(media.alt.trim())) return []
  const message = `The alternative text of ${name.toLowerCase()} reads like a file name: say what the picture shows.`
  return [finding(limits, 'alt.file_name', message, at)]
})

export const altMissing = eachFile(({ limits, images, media, name, at }) => {
  if (limits.alt === null || images === null || media.alt.trim() !== '') return []
  const message = `${name} has no alternative text: say in a sentence what it shows, for those who cannot see it.`
  return [finding(limits, 'alt.missing', message, at)]
})
