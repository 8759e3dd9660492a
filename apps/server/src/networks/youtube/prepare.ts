import { z } from 'zod'
import type { Json, MediaFile, PrepareOrder } from '../network-adapter.ts'
import { PublishError } from '../publish-error.ts'
import type { YoutubeApi } from './youtube-api.ts'
import { askUpload, sendBytes, type Upload } from './youtube-upload.ts'

export const videoIntentSchema = z.object({
  title: z.string(),
  description: z.string(),
  mediaType: z.string(),
  upload: z.object({ url: z.string(), total: z.number() }),
  /** The last bytes, with which the video is made, and where they begin. */
  last: z.object({ offset: z.number(), base64: z.string() }),
})

/** Uploads all but the last bytes: before they arrive there is no video. */
export async function prepareVideo(api: YoutubeApi, order: PrepareOrder): Promise<Json> {
  const { title, text: description } = order.content
  const file = videoOf(order)
  const bytes = await file.read()
  const offset = Math.floor((bytes.byteLength - 1) / granule) * granule
  const upload = await uploaded(api, order, { file, bytes, end: offset })
  return {
    title,
    description,
    mediaType: file.mediaType,
    upload: { ...upload },
    last: { offset, base64: Buffer.from(bytes.subarray(offset)).toString('base64') },
  }
}

function videoOf({ content: { title, media } }: PrepareOrder): MediaFile {
  const [file] = media
  if (file === undefined || media.length > 1 || !file.mediaType.startsWith('video/'))
    throw new PublishError({
      kind: 'rejected',
      code: 'media_refused',
      detail: 'YouTube takes one video, and nothing else: choose one.',
    })
  if (title.trim() === '')
    throw new PublishError({
      kind: 'rejected',
      code: 'content_refused',
      detail: 'YouTube needs a title: write one.',
    })
  return file
}

interface Bytes {
  readonly file: MediaFile
  readonly bytes: Uint8Array
  /** Up to where they are sent. */
  readonly end: number
}

/** Goes on with the upload that was begun before; begins another one when YouTube has forgotten it. */
async function uploaded(
  api: YoutubeApi,
  order: PrepareOrder,
  { file, bytes, end }: Bytes,
): Promise<Upload> {
  const total = bytes.byteLength
  for (let turn = 1; ; turn += 1) {
    const url = await order.once(`upload ${turn}`, () => begun(api, order, file, total))
    const upload = { url, total }
    let state = await askUpload(api, upload, order)
    while (state.is === 'open' && state.offset < end) {
      const { offset } = state
      const part = bytes.subarray(offset, Math.min(offset + partBytes, end))
      state = await sendBytes(
        api,
        upload,
        { bytes: part, offset, mediaType: file.mediaType },
        order,
      )
      if (state.is === 'open' && state.offset <= offset) throw takesNothing()
    }
    if (state.is !== 'gone') return upload
    if (turn === turnsMax) throw takesNothing()
  }
}

async function begun(
  api: YoutubeApi,
  { session, content, signal }: PrepareOrder,
  { mediaType }: MediaFile,
  total: number,
): Promise<string> {
  const answer = await api.answer({
    session,
    method: 'POST',
    path: '/upload/youtube/v3/videos',
    query: { uploadType: 'resumable', part: 'snippet,status' },
    headers: { 'x-upload-content-length': String(total), 'x-upload-content-type': mediaType },
    json: {
      snippet: { title: content.title, description: content.text },
      status: { privacyStatus: 'public', selfDeclaredMadeForKids: false },
    },
    signal,
  })
  const url = answer.header('location')
  if (url !== undefined) return url
  throw takesNothing()
}

function takesNothing(): PublishError {
  return new PublishError({
    kind: 'not_sent',
    code: 'network_unexpected',
    detail: 'YouTube does not take the upload just now. It is tried again.',
  })
}

/** Parts of an upload are multiples of this, except the last one. */
const granule = 256 * 1024
const partBytes = 32 * granule
/** Uploads that are forgotten one after another mean that something else is wrong. */
const turnsMax = 20
