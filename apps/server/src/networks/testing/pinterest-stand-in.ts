import type { Context } from 'hono'
import { type Clock, isoInstant, systemClock } from '../../clock.ts'
import {
  numbersByTime,
  type PlayedNetwork,
  PlayedTokens,
  playedApp,
  playedSession,
} from './played-account.ts'
import { type StandInApp, type StandInPost, startStandIn } from './stand-in.ts'

const board = { id: '549755885175', handle: 'riverbakery' }
const scopes = ['boards:read', 'pins:read', 'pins:write', 'user_accounts:read']

interface Pin extends StandInPost {
  readonly title: string
  readonly link: string
  readonly createdAt: number
}

/** What Pinterest would remember. */
class PinterestState {
  readonly tokens = new PlayedTokens()
  readonly pins: Pin[] = []
  readonly codes = new Set<string>()
  readonly clock: Clock
  readonly newId: () => string
  listingLagMs = 0

  constructor(clock: Clock) {
    this.clock = clock
    this.newId = numbersByTime(clock)
  }

  grant() {
    return { accessToken: this.tokens.issue(board.id, scopes), refreshToken: 'played-refresh' }
  }
}

/** Pinterest on loopback: OAuth 2, and the pins of one board. */
export async function startPinterestStandIn({
  clock = systemClock,
}: {
  readonly clock?: Clock
} = {}): Promise<PlayedNetwork> {
  const state = new PinterestState(clock)
  const standIn = await startStandIn({
    posts: () => state.pins,
    commits: (method, path) => method === 'POST' && path === '/v5/pins',
    errorBody: { code: 0, message: 'Something went wrong on our end.' },
    routes: (app) => {
      playSigningIn(app, state)
      playPins(app, state)
    },
  })
  return {
    standIn,
    session: () => playedSession(board, state.grant()),
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

function playSigningIn(app: StandInApp, state: PinterestState): void {
  app.get('/oauth/', (c) => {
    const { redirect_uri, state: returned = '', client_id } = c.req.query()
    if (client_id !== playedApp.clientId || !redirect_uri) return c.text('Invalid client', 400)
    const code = `code-${state.newId()}`
    state.codes.add(code)
    return c.redirect(`${redirect_uri}?state=${encodeURIComponent(returned)}&code=${code}`)
  })
  app.post('/v5/oauth/token', async (c) => {
    const basic = Buffer.from(`${playedApp.clientId}:${playedApp.clientSecret}`).toString('base64')
    if (c.req.header('authorization') !== `Basic ${basic}`)
      return c.json({ code: 2, message: 'Authentication failed.' }, 401)
    const { grant_type, code, refresh_token } = await c.req.parseBody()
    const isGranted =
      grant_type === 'refresh_token'
        ? refresh_token === 'played-refresh'
        : state.codes.delete(String(code))
    if (!isGranted) return c.json({ code: 283, message: 'Invalid code.' }, 400)
    const { accessToken, refreshToken } = state.grant()
    return c.json({
      access_token: accessToken,
      token_type: 'bearer',
      expires_in: 2_592_000,
      scope: scopes.join(','),
      ...(grant_type !== 'refresh_token' && {
        refresh_token: refreshToken,
        refresh_token_expires_in: 31_536_000,
      }),
    })
  })
  app.get('/v5/user_account', (c) => {
    return forbids(c, state, 'user_accounts:read') ?? c.json({ username: board.handle })
  })
  app.get('/v5/boards', (c) => {
    const items = [{ id: board.id, name: 'Breads' }]
    return forbids(c, state, 'boards:read') ?? c.json({ items, bookmark: null })
  })
}

interface Picture {
  readonly content_type: string
  readonly data: string
}
interface PinRequest {
  readonly board_id?: string
  readonly title?: string
  readonly description?: string
  readonly link?: string
  readonly alt_text?: string
  readonly media_source?: Picture & { readonly source_type: string; readonly items?: Picture[] }
}

function playPins(app: StandInApp, state: PinterestState): void {
  app.post('/v5/pins', async (c) => {
    const forbidden = forbids(c, state, 'pins:write')
    if (forbidden) return forbidden
    const request = (await c.req.json()) as PinRequest
    if (request.board_id !== board.id) return c.json({ code: 40, message: 'Board not found.' }, 404)
    const pictures = picturesOf(request)
    const { title = '', description = '', link = '', alt_text = '' } = request
    if (pictures === undefined) return c.json({ code: 1, message: 'Invalid media_source.' }, 400)
    if (
      title.length > 100 ||
      description.length > 800 ||
      link.length > 2048 ||
      alt_text.length > 500
    )
      return c.json({ code: 1, message: 'Invalid request: a text is too long.' }, 400)
    const pin: Pin = {
      id: state.newId(),
      account: board.id,
      text: description,
      title,
      link,
      media: pictures.map(({ content_type }) => ({ mediaType: content_type, alt: alt_text })),
      createdAt: state.clock(),
    }
    state.pins.push(pin)
    return c.json({ id: pin.id, board_id: board.id, title, description, link }, 201)
  })
  app.get('/v5/boards/:id/pins', (c) => {
    const forbidden = forbids(c, state, 'pins:read')
    if (forbidden) return forbidden
    const { page_size = '25', bookmark = '0' } = c.req.query()
    const start = Number(bookmark)
    const end = start + Number(page_size)
    const seen = state.pins.filter(
      ({ createdAt }) => createdAt <= state.clock() - state.listingLagMs,
    )
    const items = seen.slice(start, end).map(({ id, title, text, createdAt }) => ({
      id,
      title,
      description: text,
      created_at: isoInstant(createdAt).slice(0, 19),
    }))
    return c.json({ items, bookmark: end < seen.length ? String(end) : null })
  })
}

/** Undefined: not pictures that Pinterest takes. */
function picturesOf({ media_source: source }: PinRequest): readonly Picture[] | undefined {
  if (source === undefined) return undefined
  const isOne = source.source_type === 'image_base64'
  if (!isOne && source.source_type !== 'multiple_image_base64') return undefined
  const pictures = isOne ? [source] : (source.items ?? [])
  if (!isOne && (pictures.length < 2 || pictures.length > 5)) return undefined
  const areWhole = pictures.every(
    ({ content_type, data }) => /^image\/(png|jpeg)$/.test(content_type) && data !== '',
  )
  return areWhole ? pictures : undefined
}

function forbids(c: Context, { tokens }: PinterestState, scope: string) {
  const holder = tokens.holder(c.req.header('authorization')?.replace('Bearer ', ''))
  if (holder === undefined) return c.json({ code: 2, message: 'Authentication failed.' }, 401)
  if (holder.scopes.has(scope)) return undefined
  return c.json({ code: 29, message: 'You are not permitted to access that resource.' }, 403)
}
