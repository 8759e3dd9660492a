import { graphError } from './graph-stand-in.ts'
import { type PlayedTokens, playedApp } from './played-account.ts'
import type { StandInApp } from './stand-in.ts'

/** Instagram and Threads: a code, a token of an hour, then tokens of sixty days. */
export function playLongLivedTokens(
  app: StandInApp,
  settings: {
    readonly tokens: PlayedTokens
    readonly account: string
    readonly scopes: readonly string[]
    readonly prefix: 'ig' | 'th'
    readonly newId: () => string
  },
): void {
  const { tokens, account, scopes, prefix, newId } = settings
  const codes = new Set<string>()
  const longLived = () => ({
    access_token: tokens.issue(account, scopes),
    token_type: 'bearer',
    expires_in: 5_183_944,
  })
  app.get('/oauth/authorize', (c) => {
    const { client_id, redirect_uri, state = '', scope = '' } = c.req.query()
    if (client_id !== playedApp.clientId || !redirect_uri || scope === '')
      return c.text('Invalid request', 400)
    const code = `code-${newId()}`
    codes.add(code)
    return c.redirect(`${redirect_uri}?code=${code}&state=${encodeURIComponent(state)}#_`)
  })
  app.post('/oauth/access_token', async (c) => {
    const form = await c.req.parseBody()
    if (form['client_secret'] !== playedApp.clientSecret || !codes.delete(String(form['code'])))
      return c.json(
        {
          error_type: 'OAuthException',
          code: 400,
          error_message: 'Matching code was not found or was already used',
        },
        400,
      )
    const access_token = tokens.issue(account, scopes)
    return c.json({ access_token, user_id: account, permissions: scopes })
  })
  app.get('/access_token', (c) => {
    const { grant_type, client_secret, access_token } = c.req.query()
    if (grant_type !== `${prefix}_exchange_token` || client_secret !== playedApp.clientSecret)
      return graphError(c, { code: 101, message: 'Error validating client secret.' })
    if (tokens.holder(access_token) === undefined)
      return graphError(c, { code: 190, message: 'Invalid OAuth access token.' })
    return c.json(longLived())
  })
  app.get('/refresh_access_token', (c) => {
    const { grant_type, access_token } = c.req.query()
    if (grant_type !== `${prefix}_refresh_token` || tokens.holder(access_token) === undefined)
      return graphError(c, {
        code: 190,
        subcode: 463,
        message: 'Error validating access token: Session has expired.',
      })
    return c.json(longLived())
  })
}
