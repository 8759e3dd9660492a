import type { Context } from 'hono'
import { type Clock, isoInstant, systemClock } from '../../clock.ts'
import { numbersByTime, type PlayedNetwork, PlayedTokens, playedSession } from './played-account.ts'
import { type StandInApp, type StandInPost, startStandIn } from './stand-in.ts'
import {
  playYoutubeSigningIn,
  youtubeChannel,
  youtubeRefreshToken,
  youtubeScopes,
} from './youtube-stand-in-signing-in.ts'

interface Video extends StandInPost {
  readonly title: string
  readonly createdAt: number
}

interface PlayedUpload {
  readonly title: string
  readonly description: string
  readonly mediaType: string
  readonly total: number
  received: number
  video?: Video
}

/** What YouTube would remember, and how it is to be told to behave. */
export class YoutubeState {
  readonly tokens = new PlayedTokens()
  readonly uploads = new Map<string, PlayedUpload>()
  readonly videos: Video[] = []
  readonly clock: Clock
  readonly newId: () => string
  listingLagMs = 0
  deniesConsent = false
  /** The project is not verified: what it uploads is private. */
  locksPrivate = false
  /** What is said to the next upload, as `quotaExceeded`. */
  refusal: { readonly status: 400 | 403; readonly reason: string } | undefined
  /** After so many parts every token is out. */
  partsUntilTokensEnd = Number.POSITIVE_INFINITY

  constructor(clock: Clock) {
    this.clock = clock
    this.newId = numbersByTime(clock)
  }
}

/** YouTube on loopback: Google's OAuth 2, resumable uploads, and the videos of one channel. */
export async function startYoutubeStandIn({
  clock = systemClock,
}: {
  readonly clock?: Clock
} = {}): Promise<PlayedNetwork & { readonly state: YoutubeState }> {
  const state = new YoutubeState(clock)
  const standIn = await startStandIn({
    posts: () => state.videos,
    commits: (method, path, header) =>
      method === 'PUT' && path === uploadPath && isLast(header('content-range')),
    errorBody: {
      error: { code: 500, message: 'Backend Error', errors: [{ reason: 'backendError' }] },
    },
    routes: (app, { url }) => {
      playYoutubeSigningIn(app, state)
      playUploads(app, state, url)
      playChannel(app, state)
    },
  })
  return {
    standIn,
    state,
    session: () =>
      playedSession(youtubeChannel, {
        accessToken: state.tokens.issue(youtubeChannel.id, youtubeScopes),
        refreshToken: youtubeRefreshToken,
      }),
    endTokens: () => state.tokens.endAll(),
    withdraw: (scope) => state.tokens.withdraw(scope),
    get listingLagMs() {
      return state.listingLagMs
    },
    set listingLagMs(ms) {
      state.listingLagMs = ms
    },
  }
}

const uploadPath = '/upload/youtube/v3/videos'
/** Parts have to be multiples of this, except the last. */
const granule = 256 * 1024
const [mayUpload = '', mayRead = ''] = youtubeScopes

function playUploads(app: StandInApp, state: YoutubeState, url: () => string): void {
  app.post(uploadPath, async (c) => {
    const forbidden = forbids(c, state, mayUpload)
    if (forbidden) return forbidden
    const { refusal } = state
    if (refusal) return c.json(errorOf(refusal.status, refusal.reason), refusal.status)
    const { snippet } = (await c.req.json()) as {
      readonly snippet?: { readonly title?: string; readonly description?: string }
    }
    const { title = '', description = '' } = snippet ?? {}
    if (title.trim() === '' || title.length > 100 || /[<>]/.test(title))
      return c.json(errorOf(400, 'invalidTitle'), 400)
    if (Buffer.byteLength(description) > 5000 || /[<>]/.test(description))
      return c.json(errorOf(400, 'invalidDescription'), 400)
    const id = state.newId()
    state.uploads.set(id, {
      title,
      description,
      mediaType: c.req.header('x-upload-content-type') ?? '',
      total: Number(c.req.header('x-upload-content-length')),
      received: 0,
    })
    const location = `${url()}${uploadPath}?uploadType=resumable&upload_id=${id}`
    return c.body(null, 200, { location })
  })
  app.put(uploadPath, async (c) => {
    const forbidden = forbids(c, state, mayUpload)
    if (forbidden) return forbidden
    const upload = state.uploads.get(c.req.query('upload_id') ?? '')
    if (upload === undefined) return c.json(errorOf(404, 'notFound'), 404)
    if (upload.video !== undefined) return c.json(shown(upload.video, state))
    const range = c.req.header('content-range') ?? ''
    if (range !== `bytes */${upload.total}`) {
      const refused = takePart(upload, range, new Uint8Array(await c.req.arrayBuffer()))
      if (refused !== undefined) return c.json(errorOf(400, refused), 400)
      state.partsUntilTokensEnd -= 1
      if (state.partsUntilTokensEnd === 0) state.tokens.endAll()
    }
    if (upload.received === upload.total) return c.json(shown(made(upload, state), state), 201)
    const known = upload.received > 0 ? { range: `bytes=0-${upload.received - 1}` } : {}
    return c.body(null, 308 as 200, known)
  })
}

/** Undefined: it was taken. */
function takePart(upload: PlayedUpload, range: string, bytes: Uint8Array): string | undefined {
  const [, first, last, total] = range.match(/^bytes (\d+)-(\d+)\/(\d+)$/) ?? []
  const end = Number(last) + 1
  const isWhole = Number(total) === upload.total && end - Number(first) === bytes.byteLength
  if (!isWhole || Number(first) !== upload.received) return 'badContent'
  if (end < upload.total && bytes.byteLength % granule !== 0) return 'badContent'
  const isVideo = first !== '0' || Buffer.from(bytes.subarray(4, 8)).toString() === 'ftyp'
  if (!isVideo) return 'mediaBodyRequired'
  upload.received = end
  return undefined
}

function made(upload: PlayedUpload, state: YoutubeState): Video {
  const video: Video = {
    id: state.newId(),
    account: youtubeChannel.id,
    title: upload.title,
    text: upload.description,
    media: [{ mediaType: upload.mediaType, alt: '' }],
    createdAt: state.clock(),
  }
  upload.video = video
  state.videos.push(video)
  return video
}

function shown({ id, title, text }: Video, { locksPrivate }: YoutubeState) {
  return {
    kind: 'youtube#video',
    id,
    snippet: { title, description: text },
    status: { uploadStatus: 'uploaded', privacyStatus: locksPrivate ? 'private' : 'public' },
  }
}

function playChannel(app: StandInApp, state: YoutubeState): void {
  app.get('/youtube/v3/channels', (c) => {
    const { id, handle } = youtubeChannel
    const snippet = { title: 'River Bakery', customUrl: `@${handle}` }
    const contentDetails = { relatedPlaylists: { uploads: id.replace(/^UC/, 'UU') } }
    return forbids(c, state, mayRead) ?? c.json({ items: [{ id, snippet, contentDetails }] })
  })
  app.get('/youtube/v3/playlistItems', (c) => {
    const forbidden = forbids(c, state, mayRead)
    if (forbidden) return forbidden
    const { maxResults = '5', pageToken = '0' } = c.req.query()
    const start = Number(pageToken)
    const end = start + Math.min(50, Number(maxResults))
    const listed = state.videos
      .filter(({ createdAt }) => createdAt <= state.clock() - state.listingLagMs)
      .toReversed()
    const items = listed.slice(start, end).map(({ id, title, text, createdAt }) => ({
      snippet: {
        title,
        description: text,
        publishedAt: `${isoInstant(createdAt).slice(0, 19)}Z`,
        resourceId: { kind: 'youtube#video', videoId: id },
      },
    }))
    return c.json({ items, ...(end < listed.length && { nextPageToken: String(end) }) })
  })
}

function isLast(range = ''): boolean {
  const [, last, total] = range.match(/^bytes \d+-(\d+)\/(\d+)$/) ?? []
  return last !== undefined && Number(last) + 1 === Number(total)
}

function errorOf(code: number, reason: string) {
  return { error: { code, message: `The request failed: ${reason}.`, errors: [{ reason }] } }
}

function forbids(c: Context, { tokens }: YoutubeState, scope: string) {
  const holder = tokens.holder(c.req.header('authorization')?.replace('Bearer ', ''))
  if (holder === undefined) return c.json(errorOf(401, 'authError'), 401)
  if (holder.scopes.has(scope)) return undefined
  return c.json(errorOf(403, 'insufficientPermissions'), 403)
}
