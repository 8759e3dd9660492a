import type { Context } from 'hono'
import { type Clock, systemClock } from '../../clock.ts'
import { numbersByTime, type PlayedNetwork, PlayedTokens, playedSession } from './played-account.ts'
import { type StandInApp, type StandInPost, startStandIn } from './stand-in.ts'
import {
  grantTiktok,
  playTiktokSigningIn,
  tiktokAccount,
  tiktokScopes,
} from './tiktok-stand-in-signing-in.ts'

interface Post extends StandInPost {
  readonly title: string
  readonly createdAt: number
}

interface PlayedUpload {
  readonly text: string
  readonly total: number
  readonly size: number
  readonly count: number
  readonly endsAt: number
  received: number
  parts: number
  post?: Post
  failReason?: string
}

/** What TikTok would remember, and how it is to be told to behave. */
export class TiktokState {
  readonly tokens = new PlayedTokens()
  readonly refreshTokens = new Set<string>()
  readonly uploads = new Map<string, PlayedUpload>()
  readonly posts: Post[] = []
  readonly clock: Clock
  readonly newId: () => string
  listingLagMs = 0
  deniesConsent = false
  isAudited = true
  privacyOptions = ['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY']
  /** What is said to whoever asks what the creator may do, as `spam_risk_too_many_posts`. */
  refusal: string | undefined
  /** Why the next video comes to nothing. */
  failReason: string | undefined
  /** How long TikTok works on a post. */
  worksMs = 0

  constructor(clock: Clock) {
    this.clock = clock
    this.newId = numbersByTime(clock)
  }
}

/** TikTok on loopback: OAuth 2, direct posts of videos and photos, and the posts of one account. */
export async function startTiktokStandIn({
  clock = systemClock,
}: {
  readonly clock?: Clock
} = {}): Promise<PlayedNetwork & { readonly state: TiktokState }> {
  const state = new TiktokState(clock)
  const standIn = await startStandIn({
    posts: () => state.posts,
    commits: (method, path, header) =>
      path === '/v2/post/publish/content/init/' ||
      (method === 'PUT' && isLast(header('content-range'))),
    errorBody: errorOf('internal_error'),
    routes: (app, { url }) => {
      playTiktokSigningIn(app, state)
      playAccount(app, state)
      playVideos(app, state, url)
      playPhotos(app, state)
      playStatus(app, state)
    },
  })
  return {
    standIn,
    state,
    session: () => playedSession(tiktokAccount, grantTiktok(state)),
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

const [mayAsk = '', mayPublish = '', mayList = ''] = tiktokScopes
const partMin = 5_000_000
const partMax = 64_000_000

function playAccount(app: StandInApp, state: TiktokState): void {
  const { id: open_id, handle } = tiktokAccount
  app.get('/v2/user/info/', (c) => {
    const user = { open_id, display_name: 'River Bakery' }
    return forbids(c, state, mayAsk) ?? c.json({ data: { user }, ...ok })
  })
  app.post('/v2/post/publish/creator_info/query/', (c) => {
    const forbidden = forbids(c, state, mayPublish)
    if (forbidden) return forbidden
    if (state.refusal === 'rate_limit_exceeded') return c.json(errorOf(state.refusal), 429)
    if (state.refusal !== undefined) return c.json(errorOf(state.refusal), 403)
    const data = {
      creator_username: handle,
      creator_nickname: 'River Bakery',
      privacy_level_options: state.privacyOptions,
      comment_disabled: false,
      duet_disabled: false,
      stitch_disabled: true,
      max_video_post_duration_sec: 600,
    }
    return c.json({ data, ...ok })
  })
  app.post('/v2/video/list/', async (c) => {
    const forbidden = forbids(c, state, mayList)
    if (forbidden) return forbidden
    const { max_count = 10, cursor = 0 } = (await c.req.json()) as Record<string, number>
    const listed = state.posts
      .filter(({ createdAt }) => createdAt <= state.clock() - state.listingLagMs)
      .toReversed()
    const end = cursor + Math.min(20, max_count)
    const videos = listed.slice(cursor, end).map(({ id, title, text, createdAt }) => ({
      id,
      title,
      video_description: text,
      create_time: Math.floor(createdAt / 1000),
    }))
    return c.json({ data: { videos, cursor: end, has_more: end < listed.length }, ...ok })
  })
}

interface InitRequest {
  readonly post_info?: {
    readonly title?: string
    readonly description?: string
    readonly privacy_level?: string
  }
  readonly source_info?: {
    readonly source?: string
    readonly video_size?: number
    readonly chunk_size?: number
    readonly total_chunk_count?: number
    readonly photo_images?: readonly string[]
  }
  readonly post_mode?: string
  readonly media_type?: string
}

/** What TikTok says to any post; undefined: nothing against it. */
function refused(state: TiktokState, { post_info = {} }: InitRequest): string | undefined {
  const { privacy_level = '' } = post_info
  if (!state.privacyOptions.includes(privacy_level)) return 'privacy_level_option_mismatch'
  const isPublic = state.privacyOptions.includes('PUBLIC_TO_EVERYONE')
  if (!state.isAudited && isPublic) return 'unaudited_client_can_only_post_to_private_accounts'
  return undefined
}

function playVideos(app: StandInApp, state: TiktokState, url: () => string): void {
  app.post('/v2/post/publish/video/init/', async (c) => {
    const forbidden = forbids(c, state, mayPublish)
    if (forbidden) return forbidden
    const request = (await c.req.json()) as InitRequest
    const no = refused(state, request)
    if (no !== undefined) return c.json(errorOf(no), 403)
    const { title = '' } = request.post_info ?? {}
    const {
      video_size: total = 0,
      chunk_size: size = 0,
      total_chunk_count: count = 0,
    } = request.source_info ?? {}
    const isSmall = total < partMin && size === total && count === 1
    const isParted = size >= partMin && size <= partMax && count === Math.floor(total / size)
    if (title.length > 2200 || total <= 0 || (!isSmall && !isParted))
      return c.json(errorOf('invalid_params'), 400)
    const id = `v_pub_file~v2-1.${state.newId()}`
    const endsAt = state.clock() + 3_600_000
    state.uploads.set(id, { text: title, total, size, count, endsAt, received: 0, parts: 0 })
    const upload_url = `${url()}/video/?upload_id=${encodeURIComponent(id)}&upload_token=played`
    return c.json({ data: { publish_id: id, upload_url }, ...ok })
  })
  app.put('/video/', async (c) => {
    const upload = state.uploads.get(c.req.query('upload_id') ?? '')
    if (upload === undefined) return c.body(null, 404)
    if (upload.endsAt < state.clock()) return c.body(null, 403)
    const [, first, last, total] =
      (c.req.header('content-range') ?? '').match(/^bytes (\d+)-(\d+)\/(\d+)$/) ?? []
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const end = Number(last) + 1
    if (Number(first) !== upload.received || Number(total) !== upload.total)
      return c.body(null, 416)
    const isLastPart = upload.parts + 1 === upload.count
    if (
      end - Number(first) !== bytes.byteLength ||
      (isLastPart ? end !== upload.total : bytes.byteLength !== upload.size)
    )
      return c.body(null, 400)
    const isVideo = first !== '0' || Buffer.from(bytes.subarray(4, 8)).toString() === 'ftyp'
    if (!isVideo) upload.failReason = 'file_format_check_failed'
    upload.received = end
    upload.parts += 1
    if (end < upload.total) return c.body(null, 206)
    if (state.failReason !== undefined) upload.failReason = state.failReason
    if (upload.failReason === undefined) {
      const media = [{ mediaType: c.req.header('content-type') ?? '', alt: '' }]
      upload.post = made(state, { title: '', text: upload.text, media })
    }
    return c.body(null, 201)
  })
}

function playPhotos(app: StandInApp, state: TiktokState): void {
  app.post('/v2/post/publish/content/init/', async (c) => {
    const forbidden = forbids(c, state, mayPublish)
    if (forbidden) return forbidden
    const request = (await c.req.json()) as InitRequest
    const no = refused(state, request)
    if (no !== undefined) return c.json(errorOf(no), 403)
    const { title = '', description: text = '' } = request.post_info ?? {}
    const photos = request.source_info?.photo_images ?? []
    const isAsked = request.post_mode === 'DIRECT_POST' && request.media_type === 'PHOTO'
    const fits = title.length <= 90 && text.length <= 4000
    if (
      !isAsked ||
      !fits ||
      photos.length < 1 ||
      photos.length > 35 ||
      !photos.every((photo) => URL.canParse(photo))
    )
      return c.json(errorOf('invalid_params'), 400)
    const media = photos.map(() => ({ mediaType: 'image/jpeg', alt: '' }))
    const post = made(state, { title, text, media })
    const id = `p_pub_url~v2.${state.newId()}`
    const endsAt = Number.POSITIVE_INFINITY
    state.uploads.set(id, {
      text,
      total: 0,
      size: 0,
      count: 0,
      endsAt,
      received: 0,
      parts: 0,
      post,
    })
    return c.json({ data: { publish_id: id }, ...ok })
  })
}

function playStatus(app: StandInApp, state: TiktokState): void {
  app.post('/v2/post/publish/status/fetch/', async (c) => {
    const forbidden = forbids(c, state, mayPublish)
    if (forbidden) return forbidden
    const { publish_id = '' } = (await c.req.json()) as { readonly publish_id?: string }
    const upload = state.uploads.get(publish_id)
    if (upload === undefined) return c.json(errorOf('invalid_publish_id'), 400)
    const { post, failReason, received: uploaded_bytes } = upload
    const isReady = post !== undefined && post.createdAt + state.worksMs <= state.clock()
    const data = isReady
      ? { status: 'PUBLISH_COMPLETE', publicaly_available_post_id: [post.id], uploaded_bytes }
      : failReason !== undefined
        ? { status: 'FAILED', fail_reason: failReason, uploaded_bytes }
        : { status: 'PROCESSING_UPLOAD', uploaded_bytes }
    return c.json({ data, ...ok })
  })
}

function made(state: TiktokState, content: Pick<Post, 'title' | 'text' | 'media'>): Post {
  const { id: account } = tiktokAccount
  const post = { id: state.newId(), account, createdAt: state.clock(), ...content }
  state.posts.push(post)
  return post
}

const ok = { error: { code: 'ok', message: '', log_id: 'played' } }

function errorOf(code: string) {
  return { error: { code, message: `The request failed: ${code}.`, log_id: 'played' } }
}

function isLast(range = ''): boolean {
  const [, last, total] = range.match(/^bytes \d+-(\d+)\/(\d+)$/) ?? []
  return last !== undefined && Number(last) + 1 === Number(total)
}

function forbids(c: Context, { tokens }: TiktokState, scope: string) {
  const holder = tokens.holder(c.req.header('authorization')?.replace('Bearer ', ''))
  if (holder === undefined) return c.json(errorOf('access_token_invalid'), 401)
  if (holder.scopes.has(scope)) return undefined
  return c.json(errorOf('scope_not_authorized'), 401)
}
