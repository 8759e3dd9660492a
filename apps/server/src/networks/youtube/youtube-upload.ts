import { z } from 'zod'
import type { NetworkAnswer } from '../http/network-answer.ts'
import type { Receipt, Session } from '../network-adapter.ts'
import { PublishError } from '../publish-error.ts'
import { isUnknown, type YoutubeApi } from './youtube-api.ts'

const videoSchema = z.object({
  id: z.string(),
  status: z.object({ privacyStatus: z.string() }).optional(),
})
type Video = z.infer<typeof videoSchema>

/** How far an upload is; `gone`: YouTube does not know it any more. */
export type UploadState =
  | { readonly is: 'open'; readonly offset: number }
  | { readonly is: 'done'; readonly video: Video }
  | { readonly is: 'gone' }

export interface Upload {
  readonly url: string
  readonly total: number
}

interface UploadCall {
  readonly session: Session
  readonly signal: AbortSignal
}

/** Asks an upload how far it is; changes nothing. */
export async function askUpload(
  api: YoutubeApi,
  { url, total }: Upload,
  call: UploadCall,
): Promise<UploadState> {
  const headers = { 'content-range': `bytes */${total}` }
  return stateOf(await api.upload({ ...call, url, headers, body: new Uint8Array(0) }), false)
}

/** Sends bytes that begin at `offset`. With the last of them the video is made. */
export async function sendBytes(
  api: YoutubeApi,
  { url, total }: Upload,
  part: { readonly bytes: Uint8Array; readonly offset: number; readonly mediaType: string },
  call: UploadCall,
): Promise<UploadState> {
  const end = part.offset + part.bytes.byteLength
  const commits = end === total
  const answer = await api.upload(
    {
      ...call,
      url,
      headers: {
        'content-type': part.mediaType,
        'content-range': `bytes ${part.offset}-${end - 1}/${total}`,
      },
      body: part.bytes,
      timeoutMs: 120_000,
    },
    { commits },
  )
  return stateOf(answer, commits)
}

function stateOf(answer: NetworkAnswer, commits: boolean): UploadState {
  if (isUnknown(answer)) return { is: 'gone' }
  if (answer.status === 308) {
    const last = answer.header('range')?.match(/^bytes=0-(\d+)$/)?.[1]
    return { is: 'open', offset: last === undefined ? 0 : Number(last) + 1 }
  }
  const read = videoSchema.safeParse(answer.json)
  if (read.success) return { is: 'done', video: read.data }
  throw new PublishError({
    kind: commits ? 'lost' : 'not_sent',
    code: commits ? 'answer_lost' : 'network_unexpected',
    detail: commits
      ? 'YouTube took the video and does not say where it is.'
      : 'YouTube answered in an unknown way. It is tried again.',
    requestId: answer.requestId,
    cause: read.error,
  })
}

/** Throws where YouTube keeps to itself what was to be seen by everybody. */
export function publicReceipt({ id, status }: Video): Receipt {
  if (status?.privacyStatus === 'private')
    throw new PublishError({
      kind: 'rejected',
      code: 'permission_missing',
      detail:
        'The video is on the channel, and YouTube has locked it as private: it does so until the project of this studio is verified by Google. Do not send it again; upload it by hand, or have the project verified.',
    })
  return videoReceipt(id)
}

export function videoReceipt(id: string): Receipt {
  return { remoteId: id, url: `https://www.youtube.com/watch?v=${id}`, reference: id }
}
