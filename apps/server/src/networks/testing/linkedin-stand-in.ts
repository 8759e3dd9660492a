import type { Context } from 'hono'
import { type Clock, systemClock } from '../../clock.ts'
import { playLinkedinSigningIn } from './linkedin-stand-in-signing-in.ts'
import { playLinkedinUploads } from './linkedin-stand-in-uploads.ts'
import { numbersByTime, type PlayedNetwork, PlayedTokens, playedSession } from './played-account.ts'
import { type StandInApp, type StandInPost, startStandIn } from './stand-in.ts'

const page = { id: 'urn:li:organization:5515715', handle: 'river-bakery' }
const scopes = ['w_organization_social', 'r_organization_social']

interface Share extends StandInPost {
  readonly createdAt: number
  readonly body: ShareBody | undefined
}

interface ShareBody {
  readonly author: string
  readonly commentary: string
  readonly content?: {
    readonly media?: PlacedImage
    readonly multiImage?: { readonly images: readonly PlacedImage[] }
  }
}

interface PlacedImage {
  readonly id: string
  readonly altText?: string
}

/** What LinkedIn would remember. */
export class LinkedinState {
  readonly tokens = new PlayedTokens()
  readonly shares: Share[] = []
  /** By URN the media type; empty until all bytes are there. */
  readonly uploads = new Map<string, string>()
  readonly clock: Clock
  readonly newId: () => string
  listingLagMs = 0
  /** Names posts, when it refuses duplicates, that it then does not show. */
  hidesDuplicates = false

  constructor(clock: Clock) {
    this.clock = clock
    this.newId = numbersByTime(clock)
  }

  shows({ createdAt }: Share): boolean {
    return createdAt <= this.clock() - this.listingLagMs
  }
}

/** LinkedIn on loopback: a person and a page, images, posts, comments, and refused duplicates. */
export async function startLinkedinStandIn({
  clock = systemClock,
}: {
  readonly clock?: Clock
} = {}): Promise<PlayedNetwork & { readonly state: LinkedinState }> {
  const state = new LinkedinState(clock)
  const { tokens } = state
  const standIn = await startStandIn({
    posts: () => state.shares,
    commits: (method, path) => method === 'POST' && /\/(posts|comments)$/.test(path),
    errorBody: { status: 500, message: 'Internal Server Error' },
    routes: (app, self) => {
      playLinkedinSigningIn(app, { tokens, newId: state.newId })
      playLinkedinUploads(app, state, { url: self.url, forbids })
      playPosting(app, state)
      playCommenting(app, state)
      playReading(app, state)
    },
  })
  return {
    standIn,
    state,
    session: () =>
      playedSession(page, { accessToken: tokens.issue(page.id, scopes) }, { reads: true }),
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

/** The answer to who may not; undefined: they may. */
function forbids(c: Context, { tokens }: LinkedinState, scope: string) {
  const version = c.req.header('linkedin-version') ?? ''
  if (!/^20\d{4}$/.test(version) || version < '202512')
    return c.json(
      {
        status: 426,
        code: 'NONEXISTENT_VERSION',
        message: `Requested version ${version} is not active`,
      },
      426,
    )
  const holder = tokens.holder(c.req.header('authorization')?.replace('Bearer ', ''))
  if (holder === undefined)
    return c.json(
      {
        status: 401,
        serviceErrorCode: 65602,
        code: 'EXPIRED_ACCESS_TOKEN',
        message: 'The token used in the request has expired',
      },
      401,
    )
  if (holder.scopes.has(scope)) return undefined
  return c.json(
    {
      status: 403,
      serviceErrorCode: 100,
      code: 'ACCESS_DENIED',
      message: 'Not enough permissions to access',
    },
    403,
  )
}

function playPosting(app: StandInApp, state: LinkedinState): void {
  app.post('/rest/posts', async (c) => {
    const forbidden = forbids(c, state, 'w_organization_social')
    if (forbidden) return forbidden
    const body = (await c.req.json()) as ShareBody
    const images = placed(body)
    const refuse = (message: string, code: string) =>
      c.json(
        {
          status: 422,
          code,
          message,
          errorDetails: { inputErrors: [{ description: message, input: {}, code }] },
        },
        422,
      )
    if (images.some(({ id }) => !state.uploads.get(id)))
      return refuse('urn:li:image is not available', 'INVALID_MEDIA')
    const text = unescaped(body.commentary)
    if (text.length > 3000) return refuse('commentary is too long', 'TEXT_LENGTH_EXCEEDED')
    const same = state.shares.find((share) => share.body && share.text === text)
    if (same) {
      const named = state.hidesDuplicates ? `urn:li:share:${state.newId()}` : same.id
      return refuse(`Content is a duplicate of ${named}`, 'DUPLICATE_POST')
    }
    const id = `urn:li:share:${state.newId()}`
    const media = images.map((image) => ({
      mediaType: state.uploads.get(image.id) ?? '',
      alt: image.altText ?? '',
    }))
    state.shares.push({ id, account: body.author, text, media, createdAt: state.clock(), body })
    return c.body(null, 201, { 'x-restli-id': id })
  })
}

function placed({ content }: ShareBody): readonly PlacedImage[] {
  return content?.media ? [content.media] : (content?.multiImage?.images ?? [])
}

/** A reserved character that is not escaped ends the text, as it does at LinkedIn. */
function unescaped(little: string): string {
  const plain = little.replace(/\{hashtag\|\\#\|([^}]*)\}/g, '\\#$1')
  const cut = plain.match(/^(?:\\[\\|{}@[\]()<>#*_~]|[^\\|{}@[\]()<>#*_~])*/)?.[0] ?? ''
  return cut.replace(/\\(.)/gs, '$1')
}

function playCommenting(app: StandInApp, state: LinkedinState): void {
  app.post('/rest/socialActions/:urn/comments', async (c) => {
    const forbidden = forbids(c, state, 'w_organization_social')
    if (forbidden) return forbidden
    const on = c.req.param('urn')
    if (!state.shares.some(({ id }) => id === on))
      return c.json({ status: 404, message: `Could not find entity ${on}` }, 404)
    const { actor, message } = (await c.req.json()) as {
      readonly actor: string
      readonly message: { readonly text: string }
    }
    const id = state.newId()
    state.shares.push({
      id,
      account: actor,
      text: message.text,
      replyTo: on,
      media: [],
      createdAt: state.clock(),
      body: undefined,
    })
    return c.json({ id, actor, object: on, message }, 201, { 'x-restli-id': id })
  })
  app.get('/rest/socialActions/:urn/comments', (c) => {
    const forbidden = forbids(c, state, 'r_organization_social')
    if (forbidden) return forbidden
    const on = c.req.param('urn')
    const under = state.shares.filter((share) => share.replyTo === on && state.shows(share))
    return c.json({
      elements: paged(c, under).map(({ id, account: actor, text, createdAt }) => ({
        id,
        actor,
        message: { text, attributes: [] },
        created: { actor, time: createdAt },
      })),
    })
  })
}

function playReading(app: StandInApp, state: LinkedinState): void {
  app.get('/rest/posts', (c) => {
    const forbidden = forbids(c, state, 'r_organization_social')
    if (forbidden) return forbidden
    const { author, q } = c.req.query()
    if (q !== 'author' || c.req.header('x-restli-method') !== 'FINDER')
      return c.json({ status: 400, message: 'Invalid query parameters passed to request' }, 400)
    const mine = state.shares.filter((share) => share.body?.author === author && state.shows(share))
    return c.json({ elements: paged(c, mine.reverse()).map(shown) })
  })
  app.get('/rest/posts/:urn', (c) => {
    const forbidden = forbids(c, state, 'r_organization_social')
    if (forbidden) return forbidden
    const share = state.shares.find(({ id }) => id === c.req.param('urn'))
    return share ? c.json(shown(share)) : c.json({ status: 404, message: 'Not Found' }, 404)
  })
}

function paged<T>(c: Context, items: readonly T[]): readonly T[] {
  const start = Number(c.req.query('start') ?? 0)
  return items.slice(start, start + Number(c.req.query('count') ?? 10))
}

function shown({ id, createdAt, body }: Share) {
  const { author, commentary, content } = body ?? { author: '', commentary: '' }
  const times = { createdAt, publishedAt: createdAt, lastModifiedAt: createdAt }
  return {
    id,
    author,
    commentary,
    ...(content && { content }),
    lifecycleState: 'PUBLISHED',
    ...times,
  }
}
