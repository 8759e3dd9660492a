import { createHash, randomUUID } from 'node:crypto'
import type { StandIn, StandInApp, StandInPost } from './stand-in.ts'
import { startStandIn } from './stand-in.ts'

export interface MastodonStandIn extends StandIn {
  /** A token for tests that do not walk through the page of consent. */
  token(scope?: string): string
  revokeTokens(): void
  /** The server forgets its idempotency keys, as it does after an hour. */
  forgetKeys(): void
  /** The server takes texts of so many characters and no longer ones. */
  takeAtMost(characters: number): void
}

interface Status {
  readonly id: string
  readonly text: string
  readonly at: number
  readonly replyTo: string | undefined
  readonly media: readonly string[]
}

interface State {
  readonly tokens: Map<string, string>
  readonly codes: Map<string, { readonly challenge: string; readonly redirectUri: string }>
  readonly apps: Map<string, { readonly secret: string; readonly redirectUri: string }>
  readonly media: Map<string, { readonly mediaType: string; readonly alt: string; looks: number }>
  readonly statuses: Status[]
  readonly keys: Map<string, Status>
  charactersMax: number
}

const accountId = '109881234567890001'
const username = 'roundbakery'
const scopes = 'read:accounts read:statuses write:media write:statuses'

/** A server of Mastodon on loopback, as far as registering, signing in and posting go. */
export async function startMastodonStandIn(): Promise<MastodonStandIn> {
  const state: State = {
    tokens: new Map(),
    codes: new Map(),
    apps: new Map(),
    media: new Map(),
    statuses: [],
    keys: new Map(),
    charactersMax: 500,
  }
  const standIn = await startStandIn({
    routes: (app, self) => {
      signingIn(app, state)
      posting(app, state, self.url)
    },
    posts: () => state.statuses.map((status) => postOf(status, state)),
    commits: (method, path) => method === 'POST' && path === '/api/v1/statuses',
    errorBody: { error: 'Internal server error' },
  })
  return Object.assign(standIn, {
    token: (scope = scopes) => {
      const token = randomUUID()
      state.tokens.set(token, scope)
      return token
    },
    revokeTokens: () => state.tokens.clear(),
    forgetKeys: () => state.keys.clear(),
    takeAtMost: (characters: number) => {
      state.charactersMax = characters
    },
  })
}

function signingIn(app: StandInApp, state: State): void {
  app.post('/api/v1/apps', async (c) => {
    const { redirect_uris: redirectUri } = await c.req.json()
    const id = randomUUID()
    const secret = randomUUID()
    state.apps.set(id, { secret, redirectUri })
    return c.json({ id: '1', name: 'Rheos', client_id: id, client_secret: secret })
  })
  // The page on which a person allows it: this one always does, unless asked not to.
  app.get('/oauth/authorize', (c) => {
    const query = c.req.query()
    const known = state.apps.get(query['client_id'] ?? '')
    if (known === undefined || known.redirectUri !== query['redirect_uri'])
      return c.text('Client authentication failed', 401)
    const back = new URL(known.redirectUri)
    back.searchParams.set('state', query['state'] ?? '')
    if (query['deny'] !== undefined) back.searchParams.set('error', 'access_denied')
    else {
      const code = randomUUID()
      state.codes.set(code, {
        challenge: query['code_challenge'] ?? '',
        redirectUri: known.redirectUri,
      })
      back.searchParams.set('code', code)
    }
    return c.redirect(back.href)
  })
  app.post('/oauth/token', async (c) => {
    const form = await c.req.parseBody()
    const code = String(form['code'])
    const known = state.codes.get(code)
    state.codes.delete(code)
    const challenge = createHash('sha256').update(String(form['code_verifier'])).digest('base64url')
    const isRight =
      known !== undefined &&
      known.challenge === challenge &&
      known.redirectUri === form['redirect_uri'] &&
      state.apps.get(String(form['client_id']))?.secret === form['client_secret']
    if (!isRight) return c.json({ error: 'invalid_grant' }, 400)
    const token = randomUUID()
    state.tokens.set(token, scopes)
    return c.json({ access_token: token, token_type: 'Bearer', scope: scopes })
  })
  app.get('/api/v1/accounts/verify_credentials', (c) =>
    state.tokens.has(tokenOf(c.req.header('authorization')))
      ? c.json({
          id: accountId,
          username,
          acct: username,
          display_name: 'Round Bakery',
          avatar: null,
        })
      : c.json({ error: 'The access token is invalid' }, 401),
  )
}

function posting(app: StandInApp, state: State, url: () => string): void {
  app.use('/api/*', async (c, next) => {
    if (c.req.path === '/api/v2/instance' || c.req.path === '/api/v1/apps') return next()
    const scope = state.tokens.get(tokenOf(c.req.header('authorization')))
    if (scope === undefined) return c.json({ error: 'The access token was revoked' }, 401)
    const writes = c.req.method === 'POST' && c.req.path === '/api/v1/statuses'
    if (writes && !scope.includes('write:statuses'))
      return c.json({ error: 'This action is outside the authorized scopes' }, 403)
    return next()
  })
  app.get('/api/v2/instance', (c) =>
    c.json({
      configuration: {
        statuses: { max_characters: state.charactersMax, max_media_attachments: 4 },
      },
    }),
  )
  app.post('/api/v2/media', async (c) => {
    const form = await c.req.parseBody()
    const file = form['file']
    if (!(file instanceof File))
      return c.json({ error: 'Validation failed: File can’t be blank' }, 422)
    const id = String(state.media.size + 1)
    state.media.set(id, { mediaType: file.type, alt: String(form['description'] ?? ''), looks: 0 })
    return c.json({ id, type: 'image', url: null }, 202)
  })
  app.get('/api/v1/media/:id', (c) => {
    const media = state.media.get(c.req.param('id'))
    if (media === undefined) return c.json({ error: 'Record not found' }, 404)
    media.looks += 1
    // The first look finds it still being worked on.
    return c.json({ id: c.req.param('id'), url: null }, media.looks > 1 ? 200 : 206)
  })
  app.post('/api/v1/statuses', async (c) => {
    const body = await c.req.json()
    const key = c.req.header('idempotency-key')
    const known = key === undefined ? undefined : state.keys.get(key)
    if (known !== undefined) return c.json(statusView(known, url()))
    const wrong = wrongWith(body, state)
    if (wrong !== undefined) return c.json({ error: `Validation failed: ${wrong}` }, 422)
    const status: Status = {
      id: String(112_000_000_000_000_000n + BigInt(state.statuses.length)),
      text: body.status,
      at: Date.now(),
      replyTo: body.in_reply_to_id,
      media: body.media_ids ?? [],
    }
    state.statuses.push(status)
    if (key !== undefined) state.keys.set(key, status)
    return c.json(statusView(status, url()))
  })
  app.get('/api/v1/accounts/:id/statuses', (c) =>
    c.json(
      state.statuses
        .toReversed()
        .slice(0, 40)
        .map((status) => statusView(status, url())),
    ),
  )
}

function wrongWith(
  body: { status?: unknown; media_ids?: readonly string[]; in_reply_to_id?: string },
  state: State,
): string | undefined {
  const text = typeof body.status === 'string' ? body.status : ''
  const media = body.media_ids ?? []
  if (text === '' && media.length === 0) return 'Text can’t be blank'
  if ([...text].length > state.charactersMax)
    return `Text character limit of ${state.charactersMax} exceeded`
  if (media.length > 4) return 'Cannot attach more than 4 files'
  if (media.some((id) => !state.media.has(id))) return 'Media not found'
  const answered = body.in_reply_to_id
  if (answered !== undefined && !state.statuses.some(({ id }) => id === answered))
    return 'The post you are trying to reply to does not appear to exist'
  return undefined
}

function statusView({ id, text, at, replyTo, media }: Status, url: string) {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return {
    id,
    uri: `${url}/users/${username}/statuses/${id}`,
    url: `${url}/@${username}/${id}`,
    created_at: new Date(at).toISOString(),
    content: `<p>${escaped.replace(/\n\n/g, '</p><p>').replace(/\n/g, '<br>')}</p>`,
    in_reply_to_id: replyTo ?? null,
    media_attachments: media.map((each) => ({ id: each })),
  }
}

function postOf({ id, text, replyTo, media }: Status, state: State): StandInPost {
  return {
    id,
    account: accountId,
    text,
    replyTo,
    media: media.map((each) => {
      const { mediaType = '', alt = '' } = state.media.get(each) ?? {}
      return { mediaType, alt }
    }),
  }
}

function tokenOf(header: string | undefined): string {
  return header?.replace(/^Bearer /, '') ?? ''
}
