import { type PlayedTokens, playedApp } from './played-account.ts'
import { challengeOf } from './played-challenge.ts'
import type { StandInApp } from './stand-in.ts'

export const youtubeChannel = { id: 'UCplayedriverbakery000000', handle: 'riverbakery' }
export const youtubeScopes = [
  'https://www.googleapis.com/auth/youtube.upload',
  'https://www.googleapis.com/auth/youtube.readonly',
]
export const youtubeRefreshToken = 'played-refresh'

/** Google's OAuth 2 with PKCE, for somebody who has one channel. */
export function playYoutubeSigningIn(
  app: StandInApp,
  state: { readonly tokens: PlayedTokens; readonly newId: () => string; deniesConsent: boolean },
): void {
  const codes = new Map<string, string>()
  app.get('/o/oauth2/v2/auth', (c) => {
    const { client_id, redirect_uri, state: returned = '', code_challenge = '' } = c.req.query()
    if (client_id !== playedApp.clientId || !redirect_uri) return c.text('invalid_client', 400)
    const back = (answer: string) =>
      c.redirect(`${redirect_uri}?state=${encodeURIComponent(returned)}&${answer}`)
    if (state.deniesConsent) return back('error=access_denied')
    const code = `code-${state.newId()}`
    codes.set(code, code_challenge)
    return back(`code=${code}`)
  })
  app.post('/token', async (c) => {
    const form = await c.req.parseBody()
    if (form['client_secret'] !== playedApp.clientSecret)
      return c.json({ error: 'invalid_client' }, 401)
    const isRenewal = form['grant_type'] === 'refresh_token'
    const code = String(form['code'])
    const isGranted = isRenewal
      ? form['refresh_token'] === youtubeRefreshToken
      : codes.get(code) === challengeOf(String(form['code_verifier']), 'base64url')
    codes.delete(code)
    if (!isGranted) return c.json({ error: 'invalid_grant', error_description: 'Bad Request' }, 400)
    return c.json({
      access_token: state.tokens.issue(youtubeChannel.id, youtubeScopes),
      expires_in: 3599,
      scope: youtubeScopes.join(' '),
      token_type: 'Bearer',
      ...(!isRenewal && { refresh_token: youtubeRefreshToken }),
    })
  })
}
