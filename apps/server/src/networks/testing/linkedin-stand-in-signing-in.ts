import { type PlayedTokens, playedApp } from './played-account.ts'
import type { StandInApp } from './stand-in.ts'

/** A person of LinkedIn who looks after one page. Access has no refresh token, as most apps get it. */
export function playLinkedinSigningIn(
  app: StandInApp,
  { tokens, newId }: { readonly tokens: PlayedTokens; readonly newId: () => string },
): void {
  const person = '782bbtaQ'
  const codes = new Map<string, string>()
  app.get('/oauth/v2/authorization', (c) => {
    const { client_id, redirect_uri, state = '', scope = '' } = c.req.query()
    if (client_id !== playedApp.clientId || !redirect_uri) return c.text('Bad request', 400)
    const code = `code-${newId()}`
    codes.set(code, scope)
    return c.redirect(`${redirect_uri}?code=${code}&state=${encodeURIComponent(state)}`)
  })
  app.post('/oauth/v2/accessToken', async (c) => {
    const form = await c.req.parseBody()
    const code = String(form['code'])
    const scope = codes.get(code)
    codes.delete(code)
    if (scope === undefined || form['client_secret'] !== playedApp.clientSecret)
      return c.json(
        { error: 'invalid_request', error_description: 'Unable to retrieve access token' },
        400,
      )
    const access_token = tokens.issue(person, scope.split(' '))
    return c.json({ access_token, expires_in: 5_183_999, scope: scope.replaceAll(' ', ',') })
  })
  app.get('/v2/userinfo', (c) => c.json({ sub: person, name: 'Dana Rivers' }))
  app.get('/v2/me', (c) =>
    c.json({ id: person, localizedFirstName: 'Dana', localizedLastName: 'Rivers' }),
  )
  app.get('/rest/organizationAcls', (c) =>
    c.json({
      elements: ['ADMINISTRATOR', 'ANALYST'].map((role, index) => ({
        role,
        organization: `urn:li:organization:${5515715 + index}`,
        roleAssignee: `urn:li:person:${person}`,
        state: 'APPROVED',
      })),
    }),
  )
  app.get('/rest/organizations/:id', (c) =>
    c.json({
      id: Number(c.req.param('id')),
      localizedName: 'River Bakery',
      vanityName: 'river-bakery',
    }),
  )
}
