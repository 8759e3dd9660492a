import type { PublishOrder, Receipt } from '../network-adapter.ts'
import { PublishError } from '../publish-error.ts'
import { videoIntentSchema } from './prepare.ts'
import type { YoutubeApi } from './youtube-api.ts'
import { askUpload, publicReceipt, sendBytes, type UploadState } from './youtube-upload.ts'

/** Sends the last bytes, unless they are there; one upload makes one video, however often it is asked. */
export async function publishVideo(api: YoutubeApi, order: PublishOrder): Promise<Receipt> {
  const { upload, last, mediaType } = videoIntentSchema.parse(order.intent)
  const before = await stateBefore(order, () => askUpload(api, upload, order))
  if (before.is === 'done') return publicReceipt(before.video)
  if (before.is === 'gone') throw order.kept === null ? notSent() : lost()
  if (before.offset < last.offset) throw notSent()
  await order.keep({ isSent: true })
  const bytes = Buffer.from(last.base64, 'base64').subarray(before.offset - last.offset)
  const after = await sendBytes(api, upload, { bytes, offset: before.offset, mediaType }, order)
  if (after.is === 'done') return publicReceipt(after.video)
  throw after.is === 'gone' ? lost() : notSent()
}

/** After a call that may have worked, an upload that does not answer says nothing: it is in doubt still. */
async function stateBefore(
  { kept }: PublishOrder,
  ask: () => Promise<UploadState>,
): Promise<UploadState> {
  try {
    return await ask()
  } catch (error) {
    if (kept !== null && error instanceof PublishError && error.kind === 'not_sent')
      throw lost(error)
    throw error
  }
}

function notSent(): PublishError {
  return new PublishError({
    kind: 'not_sent',
    code: 'network_unexpected',
    detail: 'YouTube does not have all of the video. It is tried again.',
  })
}

function lost(cause?: PublishError): PublishError {
  return new PublishError({
    kind: 'lost',
    code: 'answer_lost',
    detail: 'YouTube does not say what became of the video.',
    cause,
  })
}
