import { type Clock, systemClock } from '../../clock.ts'
import {
  type GraphContext,
  graphError,
  graphFailure,
  graphForbids,
  graphPage,
  graphParams,
  graphTime,
  noSuchObject,
  type PlayedGraphError,
} from './graph-stand-in.ts'
import { PlayedContainers, playedMedia, unfetchable } from './graph-stand-in-containers.ts'
import { playLongLivedTokens } from './graph-stand-in-signing-in.ts'
import { numbersByTime, type PlayedNetwork, PlayedTokens, playedSession } from './played-account.ts'
import { type StandInApp, type StandInPost, startStandIn } from './stand-in.ts'

const account = { id: '17841400008460056', handle: 'river.bakery' }
const publishes = 'instagram_business_content_publish'
const comments = 'instagram_business_manage_comments'
const scopes = ['instagram_business_basic', publishes, comments]
const version = '/v25.0'

interface Media extends StandInPost {
  readonly createdAt: number
}

/** What Instagram would remember. */
class InstagramState {
  readonly tokens = new PlayedTokens()
  readonly media: Media[] = []
  readonly containers: PlayedContainers
  readonly clock: Clock
  readonly newId: () => string
  listingLagMs = 0
  quota = 100_000

  constructor(clock: Clock) {
    this.clock = clock
    this.newId = numbersByTime(clock)
    this.containers = new PlayedContainers(clock)
  }

  /** Of posts: comments hang on them. */
  listed(): readonly Media[] {
    return this.media
      .filter(({ replyTo, createdAt }) => replyTo === undefined && this.shows(createdAt))
      .reverse()
  }

  shows(createdAt: number): boolean {
    return createdAt <= this.clock() - this.listingLagMs
  }
}

/** Instagram on loopback: its own login, containers, publishing and comments. */
export async function startInstagramStandIn({
  clock = systemClock,
}: {
  readonly clock?: Clock
} = {}): Promise<PlayedNetwork & { readonly state: InstagramState }> {
  const state = new InstagramState(clock)
  const { tokens, newId } = state
  const standIn = await startStandIn({
    posts: () => state.media,
    commits: (method, path) => method === 'POST' && /\/(media_publish|comments)$/.test(path),
    errorBody: graphFailure,
    routes: (app) => {
      playLongLivedTokens(app, { tokens, account: account.id, scopes, prefix: 'ig', newId })
      playMaking(app, state)
      playPublishing(app, state)
      playReading(app, state)
    },
  })
  return {
    standIn,
    state,
    session: () => playedSession(account, { accessToken: tokens.issue(account.id, scopes) }),
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

function playMaking(app: StandInApp, state: InstagramState): void {
  app.post(`${version}/:id/media`, async (c) => {
    const forbidden = await graphForbids(c, state.tokens, publishes)
    if (forbidden) return forbidden
    const params = (await graphParams(c)) as Record<string, string>
    const refused = refusalOf(state, params)
    if (refused) return graphError(c, refused)
    const id = state.newId()
    state.containers.add(id, c.req.param('id'), params)
    return c.json({ id })
  })
}

function refusalOf(
  { containers }: InstagramState,
  params: Readonly<Record<string, string>>,
): PlayedGraphError | undefined {
  const { caption = '', alt_text = '', media_type, children, image_url, video_url } = params
  if ([...caption].length > 2200 || (caption.match(/#/g) ?? []).length > 30)
    return { code: 36004, subcode: 2207010, message: 'The caption was too long.' }
  if (alt_text.length > 1000) return { code: 100, message: 'Invalid parameter: alt_text' }
  if (media_type === 'CAROUSEL')
    return containers.children(children ?? '', (count) => count >= 2 && count <= 10)
      ? undefined
      : { code: 100, subcode: 2207028, message: 'The carousel is not valid.' }
  if (image_url === undefined && video_url === undefined)
    return { code: 100, message: 'The parameter image_url is required' }
  return unfetchable(params)
}

function playPublishing(app: StandInApp, state: InstagramState): void {
  app.post(`${version}/:id/media_publish`, async (c) => {
    const forbidden = await graphForbids(c, state.tokens, publishes)
    if (forbidden) return forbidden
    const used = state.media.filter(({ createdAt }) => createdAt > state.clock() - 86_400_000)
    if (used.length >= state.quota)
      return graphError(c, {
        code: 9,
        subcode: 2207042,
        message: 'Max posts reached.',
        status: 403,
      })
    const { creation_id } = await graphParams(c)
    const published = state.containers.publish(String(creation_id), c.req.param('id'))
    if (published === 'gone')
      return graphError(c, { code: 24, subcode: 2207008, message: 'The media builder is gone.' })
    if (published === 'not ready')
      return graphError(c, { code: 9007, subcode: 2207027, message: 'Media ID is not available' })
    const { children, caption = '' } = published.params
    const shown = children?.split(',').flatMap((id) => state.containers.get(id) ?? [])
    return c.json({ id: add(state, caption, undefined, playedMedia(shown ?? [published])) })
  })
  app.post(`${version}/:id/comments`, async (c) => {
    const forbidden = await graphForbids(c, state.tokens, comments)
    if (forbidden) return forbidden
    const id = c.req.param('id')
    if (!state.media.some((each) => each.id === id)) return graphError(c, noSuchObject)
    const { message } = await graphParams(c)
    return c.json({ id: add(state, String(message ?? ''), id, []) })
  })
}

function add(
  state: InstagramState,
  text: string,
  replyTo: string | undefined,
  media: StandInPost['media'],
): string {
  const id = state.newId()
  state.media.push({ id, account: account.id, text, replyTo, media, createdAt: state.clock() })
  return id
}

function playReading(app: StandInApp, state: InstagramState): void {
  const basic = 'instagram_business_basic'
  const reading = async (c: GraphContext, read: () => Promise<object | undefined>) => {
    const forbidden = await graphForbids(c, state.tokens, basic)
    if (forbidden) return forbidden
    const found = await read()
    return found === undefined ? graphError(c, noSuchObject) : c.json(found)
  }
  app.get(`${version}/me`, (c) =>
    reading(c, async () => ({
      user_id: account.id,
      username: account.handle,
      name: 'River Bakery',
      account_type: 'BUSINESS',
      id: account.id,
    })),
  )
  app.get(`${version}/:id/media`, (c) =>
    reading(c, async () => graphPage(state.listed().map(shown), await graphParams(c))),
  )
  app.get(`${version}/:id/comments`, (c) =>
    reading(c, async () => {
      const under = state.media.filter(({ replyTo }) => replyTo === c.req.param('id'))
      const seen = under.filter(({ createdAt }) => state.shows(createdAt)).reverse()
      return graphPage(seen.map(shownComment), await graphParams(c))
    }),
  )
  app.get(`${version}/:id/content_publishing_limit`, (c) =>
    reading(c, async () => ({
      data: [
        {
          quota_usage: state.media.length,
          config: { quota_total: state.quota, quota_duration: 86_400 },
        },
      ],
    })),
  )
  app.get(`${version}/:id`, (c) =>
    reading(c, async () => {
      const id = c.req.param('id')
      const status_code = state.containers.look(id)
      if (status_code !== undefined) return { status_code, id }
      const media = state.media.find((each) => each.id === id)
      return media && shown(media)
    }),
  )
}

function shown({ id, text, createdAt }: Media) {
  return {
    id,
    ...(text !== '' && { caption: text }),
    permalink: `https://www.instagram.com/p/${id}/`,
    timestamp: graphTime(createdAt),
  }
}

function shownComment({ id, text, createdAt }: Media) {
  return { id, text, username: account.handle, timestamp: graphTime(createdAt) }
}
