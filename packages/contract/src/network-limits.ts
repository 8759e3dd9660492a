import { z } from 'zod'
import { networks } from './networks.ts'

const count = z.int().positive()
const shape = z.strictObject({ width: count, height: count })
const textLimit = {
  max: count,
  /** Graphemes, code points, UTF-16 units, bytes, or the network's own way. */
  counting: z.enum([
    'graphemes',
    'codePoints',
    'utf16',
    'bytes',
    'xWeighted',
    'threads',
    'mastodon',
  ]),
  /** Whether the network says how it counts, others observed it, or it is the careful reading. */
  basis: z.enum(['documented', 'observed', 'assumed']),
}
const titleLimit = { ...textLimit, required: z.boolean(), forbidden: z.string() }

const file = (kind: 'image' | 'video') => ({
  max: count,
  types: z.array(z.string().regex(new RegExp(`^${kind}/[a-z0-9]+$`))).min(1),
  maxBytes: count,
  minWidth: count.nullable(),
  minHeight: count.nullable(),
  aspect: z.strictObject({ min: shape, max: shape }).nullable(),
  advisedAspect: shape.nullable(),
})

const images = z.strictObject({
  ...file('image'),
  carousel: z
    .strictObject({
      min: count,
      max: count,
      sameSize: z.enum(['required', 'cutToFirst']).nullable(),
    })
    .nullable(),
  maxPixels: count.nullable(),
  advisedPixels: shape,
  animated: z.strictObject({
    shown: z.enum(['moving', 'movingAlone', 'still']),
    maxBytes: count.nullable(),
  }),
})
const videos = z.strictObject({
  ...file('video'),
  fromHere: z.boolean(),
  minSeconds: count.nullable(),
  maxSeconds: count.nullable(),
})

/** What one network accepts, with the day on which it was compared with what the network says. */
export const networkLimitsSchema = z
  .strictObject({
    network: z.enum(networks),
    name: z.string().min(1),
    checked: z.iso.date(),
    sources: z.array(z.url({ protocol: /^https$/ })).min(1),
    notes: z.array(z.string().min(1)),
    text: z.strictObject({
      ...textLimit,
      maxBytes: count.nullable(),
      underMedia: count.nullable(),
      ofVideo: count.nullable(),
      required: z.boolean(),
      forbidden: z.string(),
    }),
    title: z.strictObject(titleLimit).nullable(),
    thread: z.strictObject({ maxParts: count.nullable() }).nullable(),
    comment: z.strictObject(textLimit).nullable(),
    hashtags: z.strictObject({
      max: count.nullable(),
      advised: count.nullable(),
      counted: z.enum(['all', 'firstOnly']),
    }),
    mentions: z.strictObject({ max: count.nullable() }),
    links: z.strictObject({
      clickable: z.boolean(),
      needScheme: z.boolean(),
      costFactor: count.nullable(),
    }),
    media: z.strictObject({
      required: z.enum(['none', 'any', 'video']),
      mixed: z.boolean(),
      images: images.nullable(),
      videos: videos.nullable(),
    }),
    alt: z.strictObject(textLimit).nullable(),
  })
  .meta({ id: 'NetworkLimits' })

export const limitsSchema = z.object({ networks: z.array(networkLimitsSchema) })
