import { type Clock, systemClock } from '../../clock.ts'
import { playFacebookSigningIn } from './facebook-stand-in-signing-in.ts'
import {
  graphError,
  graphFailure,
  graphForbids,
  graphPage,
  graphParams,
  graphTime,
  noSuchObject,
  type PlayedGraphError,
} from './graph-stand-in.ts'
import { numbersByTime, type PlayedNetwork, PlayedTokens, playedSession } from './played-account.ts'
import { type StandInApp, type StandInPost, startStandIn } from './stand-in.ts'

const page = { id: '106540352242922', handle: 'riverbakery' }
const publishes = 'pages_manage_posts'
const comments = 'pages_manage_engagement'
const reads = 'pages_read_engagement'
const scopes = ['pages_show_list', publishes, reads, 'pages_read_user_content', comments]
const version = '/v25.0'

interface PagePost extends StandInPost {
  readonly createdAt: number
  readonly photoIds: readonly string[]
}

/** What Facebook would remember. */
class FacebookState {
  readonly tokens = new PlayedTokens()
  readonly posts: PagePost[] = []
  readonly photos = new Map<string, { readonly mediaType: string; readonly alt: string }>()
  readonly clock: Clock
  readonly newId: () => string
  listingLagMs = 0

  constructor(clock: Clock) {
    this.clock = clock
    this.newId = numbersByTime(clock)
  }

  shows(createdAt: number): boolean {
    return createdAt <= this.clock() - this.listingLagMs
  }

  add(id: string, post: Pick<PagePost, 'text' | 'replyTo' | 'photoIds'>): void {
    const media = post.photoIds.flatMap((photo) => this.photos.get(photo) ?? [])
    this.posts.push({ ...post, id, account: page.id, media, createdAt: this.clock() })
  }
}

/** Facebook on loopback: a person with pages, photos that nobody sees yet, posts and comments. */
export async function startFacebookStandIn({
  clock = systemClock,
}: {
  readonly clock?: Clock
} = {}): Promise<PlayedNetwork & { readonly state: FacebookState }> {
  const state = new FacebookState(clock)
  const { tokens, newId } = state
  const standIn = await startStandIn({
    posts: () => state.posts,
    commits: (method, path) => method === 'POST' && /\/(feed|comments)$/.test(path),
    errorBody: graphFailure,
    routes: (app) => {
      playFacebookSigningIn(app, { tokens, scopes, page, version, newId })
      playPhotos(app, state)
      playPosting(app, state)
      playReading(app, state)
    },
  })
  return {
    standIn,
    state,
    session: () => playedSession(page, { accessToken: tokens.issue(page.id, scopes) }),
    endTokens: () => tokens.endAll(),
    withdraw: (scope) => tokens.withdraw(scope),
    get listingLagMs() {
      return state.listingLagMs
    },
    set listingLagMs(ms) {
      state.listingLagMs = ms
    },
  }
}

function playPhotos(app: StandInApp, state: FacebookState): void {
  app.post(`${version}/:id/photos`, async (c) => {
    const forbidden = await graphForbids(c, state.tokens, publishes)
    if (forbidden) return forbidden
    const { source, published, alt_text_custom = '' } = await graphParams(c)
    if (!(source instanceof File) || !/^image\/(jpeg|png|gif)$/.test(source.type))
      return graphError(c, { code: 324, message: 'Requires upload file' })
    if (source.size > 4_000_000)
      return graphError(c, {
        code: 1,
        subcode: 1366046,
        message: 'Photos should be less than 4 MB',
      })
    // A photo that is published by itself is a post; nobody asks for one here.
    if (published !== 'false') return graphError(c, { code: 100, message: 'Invalid parameter' })
    const id = state.newId()
    state.photos.set(id, { mediaType: source.type, alt: String(alt_text_custom) })
    return c.json({ id })
  })
}

function playPosting(app: StandInApp, state: FacebookState): void {
  app.post(`${version}/:id/feed`, async (c) => {
    const forbidden = await graphForbids(c, state.tokens, publishes)
    if (forbidden) return forbidden
    const params = await graphParams(c)
    const text = String(params['message'] ?? '')
    const photoIds = attachedIn(params)
    const refused = refusalOf(state, text, photoIds)
    if (refused) return graphError(c, refused)
    const id = `${page.id}_${state.newId()}`
    state.add(id, { text, replyTo: undefined, photoIds })
    return c.json({ id })
  })
  app.post(`${version}/:id/comments`, async (c) => {
    const forbidden = await graphForbids(c, state.tokens, comments)
    if (forbidden) return forbidden
    const on = c.req.param('id')
    if (!state.posts.some(({ id }) => id === on)) return graphError(c, noSuchObject)
    const { message, attachment_id } = await graphParams(c)
    const id = `${on.split('_').at(-1)}_${state.newId()}`
    const photoIds = attachment_id === undefined ? [] : [String(attachment_id)]
    state.add(id, { text: String(message ?? ''), replyTo: on, photoIds })
    return c.json({ id })
  })
}

function attachedIn(params: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(params)
    .filter(([name]) => /^attached_media\[\d+\]$/.test(name))
    .map(([, value]) => (JSON.parse(String(value)) as { readonly media_fbid: string }).media_fbid)
}

function refusalOf(
  { posts, photos }: FacebookState,
  text: string,
  photoIds: readonly string[],
): PlayedGraphError | undefined {
  if (text.length > 63_206) return { code: 100, message: 'The message is too long' }
  if (text === '' && photoIds.length === 0)
    return { code: 100, message: 'At least one of message or attached_media is required' }
  if (photoIds.some((id) => !photos.has(id)))
    return { code: 100, message: 'Invalid parameter: attached_media' }
  const before = posts.findLast(({ replyTo }) => replyTo === undefined)
  if (photoIds.length === 0 && before?.photoIds.length === 0 && before.text === text)
    return { code: 506, message: 'Duplicate status message' }
  return undefined
}

function playReading(app: StandInApp, state: FacebookState): void {
  app.get(`${version}/:id/published_posts`, async (c) => {
    const forbidden = await graphForbids(c, state.tokens, reads)
    if (forbidden) return forbidden
    const params = await graphParams(c)
    const since = Number(params['since'] ?? 0) * 1000
    const seen = state.posts.filter(
      ({ replyTo, createdAt }) =>
        replyTo === undefined && createdAt >= since && state.shows(createdAt),
    )
    return c.json(graphPage(seen.map(shown).reverse(), params))
  })
  app.get(`${version}/:id/comments`, async (c) => {
    const forbidden = await graphForbids(c, state.tokens, reads)
    if (forbidden) return forbidden
    const on = c.req.param('id')
    if (!state.posts.some(({ id }) => id === on)) return graphError(c, noSuchObject)
    const seen = state.posts.filter(
      ({ replyTo, createdAt }) => replyTo === on && state.shows(createdAt),
    )
    return c.json(graphPage(seen.map(shown).reverse(), await graphParams(c)))
  })
}

function shown({ id, text, createdAt, photoIds, replyTo }: PagePost) {
  const targets = photoIds.map((photo) => ({ target: { id: photo } }))
  const [only] = targets
  const attachments =
    targets.length > 1
      ? [{ target: { id: `album-${id}` }, subattachments: { data: targets } }]
      : [only]
  return {
    id,
    ...(text !== '' && { message: text }),
    created_time: graphTime(createdAt),
    ...(replyTo === undefined && { permalink_url: `https://www.facebook.com/${id}` }),
    ...(replyTo !== undefined && { from: { id: page.id, name: 'River Bakery' } }),
    ...(only !== undefined && { attachments: { data: attachments } }),
  }
}
