import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import type { Json, MediaFile, PrepareOrder } from '../network-adapter.ts'
import { PublishError } from '../publish-error.ts'
import { type CreatorInfo, creatorInfo, visibilityOf } from './creator-info.ts'
import type { TiktokApi } from './tiktok-api.ts'
import { uploadVideo } from './video-upload.ts'

export const tiktokIntentSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('video'),
    text: z.string(),
    publishId: z.string(),
    uploadUrl: z.string(),
    mediaType: z.string(),
    total: z.number(),
    /** The last bytes, with which the post is made, and where they begin. */
    last: z.object({ offset: z.number(), base64: z.string() }),
  }),
  z.object({
    kind: z.literal('photos'),
    text: z.string(),
    request: z.record(z.string(), z.json()),
  }),
])

export async function prepareForTiktok(
  api: TiktokApi,
  clock: Clock,
  order: PrepareOrder,
): Promise<Json> {
  const { content, session, signal } = order
  const { media, text } = content
  const [first] = media
  const isVideo = first?.mediaType.startsWith('video/') === true
  if (first === undefined || (isVideo && media.length > 1) || (!isVideo && !areImages(media)))
    throw new PublishError({
      kind: 'rejected',
      code: 'media_refused',
      detail: 'TikTok takes one video, or photos: choose one of them.',
    })
  const creator = await creatorInfo(api, session, signal)
  if (!isVideo) return { kind: 'photos', text, request: await photosOf(order, creator) }
  const postInfo = {
    title: text,
    privacy_level: visibilityOf(creator),
    disable_comment: creator.comment_disabled,
    disable_duet: creator.duet_disabled,
    disable_stitch: creator.stitch_disabled,
  }
  return {
    kind: 'video',
    text,
    ...(await uploadVideo(api, order, { file: first, postInfo, clock })),
  }
}

function areImages(media: readonly MediaFile[]): boolean {
  return media.every(({ mediaType }) => mediaType.startsWith('image/'))
}

async function photosOf({ content }: PrepareOrder, creator: CreatorInfo) {
  const { title, text, media } = content
  return {
    post_info: {
      ...(title !== '' && { title }),
      description: text,
      privacy_level: visibilityOf(creator),
      disable_comment: creator.comment_disabled,
      auto_add_music: false,
    },
    source_info: {
      source: 'PULL_FROM_URL',
      photo_cover_index: 0,
      photo_images: await Promise.all(media.map((file) => file.publicUrl())),
    },
    post_mode: 'DIRECT_POST',
    media_type: 'PHOTO',
  }
}
