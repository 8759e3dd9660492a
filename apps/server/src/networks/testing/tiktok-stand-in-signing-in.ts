import { type PlayedTokens, playedApp } from './played-account.ts'
import { challengeOf } from './played-challenge.ts'
import type { StandInApp } from './stand-in.ts'

export const tiktokAccount = { id: '_000played-open-id', handle: 'riverbakery' }
export const tiktokScopes = ['user.info.basic', 'video.publish', 'video.list']

/** What TikTok gives; a refresh token works once, and is replaced with the access. */
export function grantTiktok(state: {
  readonly tokens: PlayedTokens
  readonly refreshTokens: Set<string>
  readonly newId: () => string
}) {
  const refreshToken = `played-refresh-${state.newId()}`
  state.refreshTokens.add(refreshToken)
  return { accessToken: state.tokens.issue(tiktokAccount.id, tiktokScopes), refreshToken }
}

/** OAuth 2 with PKCE, whose challenge is in hexadecimal digits. */
export function playTiktokSigningIn(
  app: StandInApp,
  state: Parameters<typeof grantTiktok>[0] & { deniesConsent: boolean },
): void {
  const codes = new Map<string, string>()
  app.get('/v2/auth/authorize/', (c) => {
    const { client_key, redirect_uri, state: returned = '', code_challenge = '' } = c.req.query()
    if (client_key !== playedApp.clientId || !redirect_uri) return c.text('client_key', 400)
    const back = (answer: string) =>
      c.redirect(`${redirect_uri}?state=${encodeURIComponent(returned)}&${answer}`)
    if (state.deniesConsent) return back('error=access_denied&error_description=User%20said%20no')
    const code = `code-${state.newId()}`
    codes.set(code, code_challenge)
    return back(`code=${code}`)
  })
  app.post('/v2/oauth/token/', async (c) => {
    const form = await c.req.parseBody()
    if (form['client_secret'] !== playedApp.clientSecret)
      return c.json(
        { error: 'invalid_client', error_description: 'Client secret', log_id: '1' },
        401,
      )
    const code = String(form['code'])
    const isGranted =
      form['grant_type'] === 'refresh_token'
        ? state.refreshTokens.delete(String(form['refresh_token']))
        : codes.get(code) === challengeOf(String(form['code_verifier']), 'hex')
    codes.delete(code)
    // TikTok says so with a 200.
    if (!isGranted)
      return c.json({ error: 'invalid_grant', error_description: 'Expired.', log_id: '2' })
    const { accessToken, refreshToken } = grantTiktok(state)
    return c.json({
      open_id: tiktokAccount.id,
      access_token: accessToken,
      expires_in: 86_400,
      refresh_token: refreshToken,
      refresh_expires_in: 31_536_000,
      scope: tiktokScopes.join(','),
      token_type: 'Bearer',
    })
  })
}
