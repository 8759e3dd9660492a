import { createHash } from 'node:crypto'
import { countText } from '@rheos/preflight'
import { type Clock, isoInstant, systemClock } from '../../clock.ts'
import { type PlayedNetwork, playedApp, playedSession } from './played-account.ts'
import { type StandInApp, startStandIn } from './stand-in.ts'
import { type Tweet, XState, xAccount, xForbids, xProblem, xScopes } from './x-stand-in-state.ts'
import { playXUploads } from './x-stand-in-uploads.ts'

/** X on loopback: OAuth 2 with PKCE, uploads, posts and the timeline of one xAccount. */
export async function startXStandIn({
  clock = systemClock,
}: {
  readonly clock?: Clock
} = {}): Promise<PlayedNetwork & { readonly state: XState }> {
  const state = new XState(clock)
  const standIn = await startStandIn({
    posts: () => state.tweets,
    commits: (method, path) => method === 'POST' && path === '/2/tweets',
    errorBody: { title: 'Internal Error', detail: 'Something is broken.', status: 500 },
    busyHeaders: {
      'x-rate-limit-remaining': '0',
      'x-rate-limit-reset': String(Math.floor(clock() / 1000) + 2),
    },
    routes: (app) => {
      playSigningIn(app, state)
      playXUploads(app, state)
      playPosting(app, state)
      playReading(app, state)
    },
  })
  return {
    standIn,
    state,
    session: () => playedSession(xAccount, state.grant()),
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

function playSigningIn(app: StandInApp, state: XState): void {
  app.get('/i/oauth2/authorize', (c) => {
    const { redirect_uri, state: returned, code_challenge, client_id } = c.req.query()
    if (client_id !== playedApp.clientId || !redirect_uri || !code_challenge)
      return c.text('Something went wrong', 400)
    const code = `code-${state.newId()}`
    state.challenges.set(code, code_challenge)
    return c.redirect(`${redirect_uri}?state=${encodeURIComponent(returned ?? '')}&code=${code}`)
  })
  app.post('/2/oauth2/token', async (c) => {
    const basic = Buffer.from(`${playedApp.clientId}:${playedApp.clientSecret}`).toString('base64')
    if (c.req.header('authorization') !== `Basic ${basic}`)
      return c.json(
        { error: 'unauthorized_client', error_description: 'Missing valid authorization header' },
        401,
      )
    const form = await c.req.parseBody()
    const isGranted =
      form['grant_type'] === 'refresh_token'
        ? state.refreshTokens.delete(String(form['refresh_token']))
        : proves(state, String(form['code']), String(form['code_verifier']))
    if (!isGranted)
      return c.json(
        { error: 'invalid_request', error_description: 'Value passed for the token was invalid.' },
        400,
      )
    const { accessToken, refreshToken } = state.grant()
    return c.json({
      token_type: 'bearer',
      expires_in: 7200,
      access_token: accessToken,
      refresh_token: refreshToken,
      scope: xScopes.join(' '),
    })
  })
}

function proves({ challenges }: XState, code: string, verifier: string): boolean {
  const challenge = challenges.get(code)
  challenges.delete(code)
  return challenge === createHash('sha256').update(verifier).digest('base64url')
}

interface TweetRequest {
  readonly text?: string
  readonly media?: { readonly media_ids: readonly string[] }
  readonly reply?: { readonly in_reply_to_tweet_id: string }
}

function playPosting(app: StandInApp, state: XState): void {
  app.post('/2/tweets', async (c) => {
    const forbidden = xForbids(c, state, 'tweet.write')
    if (forbidden) return forbidden
    const { text = '', media, reply } = (await c.req.json()) as TweetRequest
    const mediaIds = media?.media_ids ?? []
    const refused = refusalOf(state, { text, mediaIds, replyTo: reply?.in_reply_to_tweet_id })
    if (refused) return xProblem(c, refused.status, refused.detail)
    const tweet: Tweet = {
      id: state.newId(),
      account: xAccount.id,
      text,
      replyTo: reply?.in_reply_to_tweet_id,
      mediaIds,
      media: mediaIds.flatMap((id) => state.uploads.get(id) ?? []),
      createdAt: state.clock(),
    }
    state.tweets.push(tweet)
    return c.json({ data: { id: tweet.id, text, edit_history_tweet_ids: [tweet.id] } }, 201)
  })
}

function refusalOf(
  { tweets, uploads, subscription }: XState,
  tweet: {
    readonly text: string
    readonly mediaIds: readonly string[]
    readonly replyTo: string | undefined
  },
): { readonly status: 400 | 403; readonly detail: string } | undefined {
  const { text, mediaIds, replyTo } = tweet
  if (mediaIds.length > 4 || mediaIds.some((id) => uploads.get(id)?.isUsable !== true))
    return { status: 400, detail: 'Your media IDs are invalid.' }
  if (text === '' && mediaIds.length === 0)
    return { status: 400, detail: 'One or more parameters to your request was invalid.' }
  if (countText(text, 'x') > (subscription === 'None' ? 280 : 25_000))
    return { status: 403, detail: 'You are not permitted to perform this action.' }
  if (replyTo !== undefined && !tweets.some(({ id }) => id === replyTo))
    return {
      status: 403,
      detail: 'You attempted to reply to a Tweet that is deleted or not visible to you.',
    }
  if (text !== '' && tweets.some((each) => each.text === text && each.replyTo === replyTo))
    return {
      status: 403,
      detail: 'You are not allowed to create a Tweet with duplicate content.',
    }
  return undefined
}

function playReading(app: StandInApp, state: XState): void {
  app.get('/2/users/me', (c) => {
    const { id, handle: username } = xAccount
    return (
      xForbids(c, state, 'users.read') ??
      c.json({
        data: { id, username, name: 'River Bakery', subscription_type: state.subscription },
      })
    )
  })
  app.get('/2/users/:id/tweets', (c) => {
    const forbidden = xForbids(c, state, 'tweet.read')
    if (forbidden) return forbidden
    const { start_time = '', max_results = '10', pagination_token = '0' } = c.req.query()
    const count = Number(max_results)
    if (!(count >= 5 && count <= 100))
      return xProblem(c, 400, 'max_results is not between 5 and 100')
    const seen = state.tweets
      .filter(({ createdAt }) => createdAt >= Date.parse(start_time || '1970-01-01T00:00:00Z'))
      .filter(({ createdAt }) => createdAt <= state.clock() - state.listingLagMs)
      .reverse()
    const start = Number(pagination_token)
    const page = seen.slice(start, start + count)
    const next = start + count < seen.length ? { next_token: String(start + count) } : {}
    const meta = { result_count: page.length, ...next }
    return c.json(page.length === 0 ? { meta } : { data: page.map(shown), meta })
  })
}

/** As the timeline shows it: escaped, links shortened, media as a link at the end. */
function shown({ id, text, createdAt, mediaIds, replyTo }: Tweet) {
  const urls: object[] = []
  const shortened = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/https?:\/\/[^\s]+/g, (expanded_url) => {
      const url = `https://t.co/${id.slice(-8)}${urls.length}`
      urls.push({ url, expanded_url: expanded_url.replaceAll('&amp;', '&') })
      return url
    })
  const mediaUrl = `https://t.co/${id.slice(-8)}m`
  if (mediaIds.length > 0)
    urls.push({
      url: mediaUrl,
      expanded_url: `https://x.com/${xAccount.handle}/status/${id}/photo/1`,
      media_key: `3_${mediaIds[0]}`,
    })
  return {
    id,
    text: mediaIds.length > 0 ? `${shortened} ${mediaUrl}`.trim() : shortened,
    created_at: isoInstant(createdAt),
    entities: { urls },
    ...(mediaIds.length > 0 && {
      attachments: { media_keys: mediaIds.map((each) => `3_${each}`) },
    }),
    ...(replyTo !== undefined && { referenced_tweets: [{ type: 'replied_to', id: replyTo }] }),
  }
}
