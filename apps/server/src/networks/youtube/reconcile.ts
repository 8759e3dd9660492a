import { z } from 'zod'
import { lookingBackTo } from '../looking-back.ts'
import type { Finding, ReconcileOrder, Session } from '../network-adapter.ts'
import { isSameText } from '../same-text.ts'
import { videoIntentSchema } from './prepare.ts'
import type { YoutubeApi } from './youtube-api.ts'
import { askUpload, videoReceipt } from './youtube-upload.ts'

const channelsSchema = z.object({
  items: z
    .array(
      z.object({
        contentDetails: z.object({ relatedPlaylists: z.object({ uploads: z.string() }) }),
      }),
    )
    .default([]),
})
const pageSchema = z.object({
  items: z.array(
    z.object({
      snippet: z.object({
        title: z.string(),
        description: z.string().default(''),
        publishedAt: z.string(),
        resourceId: z.object({ videoId: z.string() }),
      }),
    }),
  ),
  nextPageToken: z.string().optional(),
})

/** Asks the upload; where YouTube has forgotten it, looks through what the channel uploaded since. */
export async function findVideo(api: YoutubeApi, order: ReconcileOrder): Promise<Finding> {
  const { upload } = videoIntentSchema.parse(order.intent)
  const state = await askUpload(api, upload, order)
  if (state.is === 'done') return { found: 'there', receipt: videoReceipt(state.video.id) }
  if (state.is === 'open') return { found: 'not_there' }
  return findInUploads(api, order)
}

async function findInUploads(
  api: YoutubeApi,
  { session, intent, since, signal }: ReconcileOrder,
): Promise<Finding> {
  const wanted = videoIntentSchema.parse(intent)
  const playlistId = await uploadsOf(api, session, signal)
  if (playlistId === undefined)
    return { found: 'unclear', detail: 'YouTube does not show what the channel uploaded.' }
  const earliest = lookingBackTo(since)
  let pageToken: string | undefined
  for (let page = 0; page < pagesMax; page += 1) {
    const { items, nextPageToken } = await api.read(pageSchema, {
      session,
      method: 'GET',
      path: '/youtube/v3/playlistItems',
      query: { part: 'snippet', playlistId, maxResults: '50', pageToken },
      signal,
    })
    const found = items.find(
      ({ snippet }) =>
        Date.parse(snippet.publishedAt) >= earliest &&
        isSameText(snippet.title, wanted.title) &&
        isSameText(snippet.description, wanted.description),
    )
    if (found) return { found: 'there', receipt: videoReceipt(found.snippet.resourceId.videoId) }
    pageToken = nextPageToken
    if (pageToken === undefined) return { found: 'not_there' }
  }
  return { found: 'unclear', detail: 'The channel has too many videos to look through them all.' }
}

async function uploadsOf(
  api: YoutubeApi,
  session: Session,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { items } = await api.read(channelsSchema, {
    session,
    method: 'GET',
    path: '/youtube/v3/channels',
    query: { part: 'contentDetails', mine: 'true' },
    signal,
  })
  return items[0]?.contentDetails.relatedPlaylists.uploads
}

const pagesMax = 20
