import { countText } from '@rheos/preflight'
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

const account = { id: '24836193219364', handle: 'river.bakery' }
const publishes = 'threads_content_publish'
const scopes = ['threads_basic', publishes, 'threads_read_replies', 'threads_manage_replies']
const version = '/v1.0'

interface Thread extends StandInPost {
  readonly createdAt: number
  readonly mediaType: string
}

const notYetFound: PlayedGraphError = {
  code: 24,
  subcode: 4279009,
  message: 'The requested resource does not exist',
}

/** What Threads would remember. */
class ThreadsState {
  readonly tokens = new PlayedTokens()
  readonly threads: Thread[] = []
  readonly containers: PlayedContainers
  readonly clock: Clock
  readonly newId: () => string
  listingLagMs = 0
  /** How long a container is not known to every machine of Threads. */
  spreadingMs = 0

  constructor(clock: Clock) {
    this.clock = clock
    this.newId = numbersByTime(clock)
    this.containers = new PlayedContainers(clock)
  }

  isSpreading(id: string): boolean {
    const container = this.containers.get(id)
    return container !== undefined && this.clock() - container.madeAt < this.spreadingMs
  }
}

/** Threads on loopback: login, containers that take a moment to be known, posts and answers. */
export async function startThreadsStandIn({
  clock = systemClock,
}: {
  readonly clock?: Clock
} = {}): Promise<PlayedNetwork & { readonly state: ThreadsState }> {
  const state = new ThreadsState(clock)
  const { tokens, newId } = state
  const standIn = await startStandIn({
    posts: () => state.threads,
    commits: (method, path) => method === 'POST' && path.endsWith('/threads_publish'),
    errorBody: graphFailure,
    routes: (app) => {
      playLongLivedTokens(app, { tokens, account: account.id, scopes, prefix: 'th', newId })
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

function playMaking(app: StandInApp, state: ThreadsState): void {
  app.post(`${version}/:id/threads`, async (c) => {
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
  { containers, threads }: ThreadsState,
  params: Readonly<Record<string, string>>,
): PlayedGraphError | undefined {
  const {
    media_type,
    text = '',
    children,
    reply_to_id,
    image_url,
    video_url,
    alt_text = '',
  } = params
  if (countText(text, 'threads') > 500)
    return { code: 100, message: 'Param text must be at most 500 characters long.' }
  if (alt_text.length > 1000) return { code: 100, message: 'Param alt_text is too long.' }
  if (reply_to_id !== undefined && !threads.some(({ id }) => id === reply_to_id))
    return { code: 100, message: 'Param reply_to_id is not a valid media id' }
  if (media_type === 'TEXT')
    return text === '' ? { code: 100, message: 'The parameter text is required' } : undefined
  if (media_type === 'CAROUSEL')
    return containers.children(children ?? '', (count) => count >= 2 && count <= 20)
      ? undefined
      : { code: 100, message: 'Param children must be 2 to 20 carousel items' }
  const url = media_type === 'IMAGE' ? image_url : media_type === 'VIDEO' ? video_url : undefined
  if (url === undefined) return { code: 100, message: 'Param media_type is not valid' }
  return unfetchable(params)
}

function playPublishing(app: StandInApp, state: ThreadsState): void {
  app.post(`${version}/:id/threads_publish`, async (c) => {
    const forbidden = await graphForbids(c, state.tokens, publishes)
    if (forbidden) return forbidden
    const creationId = String((await graphParams(c))['creation_id'])
    if (state.isSpreading(creationId)) return graphError(c, notYetFound)
    const published = state.containers.publish(creationId, c.req.param('id'))
    if (published === 'gone' || published === 'not ready') return graphError(c, notYetFound)
    const { children, text = '', reply_to_id: replyTo, media_type = '' } = published.params
    const parts = children?.split(',').flatMap((id) => state.containers.get(id) ?? [])
    const thread: Thread = {
      id: state.newId(),
      account: account.id,
      text,
      replyTo,
      media: playedMedia(parts ?? [published]),
      createdAt: state.clock(),
      mediaType: { TEXT: 'TEXT_POST', CAROUSEL: 'CAROUSEL_ALBUM' }[media_type] ?? media_type,
    }
    state.threads.push(thread)
    return c.json({ id: thread.id })
  })
}

function playReading(app: StandInApp, state: ThreadsState): void {
  const reading = async (
    c: GraphContext,
    scope: string,
    read: () => Promise<object | PlayedGraphError>,
  ) => {
    const forbidden = await graphForbids(c, state.tokens, scope)
    if (forbidden) return forbidden
    const found = await read()
    return 'code' in found && 'message' in found
      ? graphError(c, found as PlayedGraphError)
      : c.json(found)
  }
  const listed = async (c: GraphContext, areReplies: boolean) => {
    const params = await graphParams(c)
    const since = Number(params['since'] ?? 0) * 1000
    const seen = state.threads.filter(
      ({ replyTo, createdAt }) =>
        (replyTo !== undefined) === areReplies &&
        createdAt >= since &&
        createdAt <= state.clock() - state.listingLagMs,
    )
    return graphPage(seen.map(shown).reverse(), params)
  }
  app.get(`${version}/me`, (c) =>
    reading(c, 'threads_basic', async () => ({
      id: account.id,
      username: account.handle,
      name: 'River Bakery',
    })),
  )
  app.get(`${version}/:id/threads`, (c) => reading(c, 'threads_basic', () => listed(c, false)))
  app.get(`${version}/:id/replies`, (c) =>
    reading(c, 'threads_read_replies', () => listed(c, true)),
  )
  app.get(`${version}/:id/threads_publishing_limit`, (c) =>
    reading(c, 'threads_basic', async () => ({
      data: [
        { quota_usage: state.threads.length, config: { quota_total: 250, quota_duration: 86_400 } },
      ],
    })),
  )
  app.get(`${version}/:id`, (c) =>
    reading(c, 'threads_basic', async () => {
      const id = c.req.param('id')
      if (state.isSpreading(id)) return notYetFound
      const status = state.containers.look(id)
      // Once it is published its status is a field that does not exist.
      if (status === 'PUBLISHED')
        return { code: 100, message: 'Tried accessing nonexisting field (status)' }
      if (status !== undefined) return { status, id }
      const thread = state.threads.find((each) => each.id === id)
      return thread === undefined ? noSuchObject : shown(thread)
    }),
  )
}

function shown({ id, text, createdAt, replyTo, mediaType }: Thread) {
  return {
    id,
    ...(text !== '' && { text }),
    media_type: mediaType,
    permalink: `https://www.threads.net/@${account.handle}/post/${id}`,
    timestamp: graphTime(createdAt),
    ...(replyTo !== undefined && { replied_to: { id: replyTo } }),
  }
}
