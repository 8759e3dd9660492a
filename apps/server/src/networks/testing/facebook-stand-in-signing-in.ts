import { graphError } from './graph-stand-in.ts'
import { type PlayedTokens, playedApp } from './played-account.ts'
import type { StandInApp } from './stand-in.ts'

/** A person of Facebook who looks after two pages, of which they may post on one. */
export function playFacebookSigningIn(
  app: StandInApp,
  settings: {
    readonly tokens: PlayedTokens
    readonly scopes: readonly string[]
    readonly page: { readonly id: string; readonly handle: string }
    readonly version: string
    readonly newId: () => string
  },
): void {
  const { tokens, scopes, page, version, newId } = settings
  const person = '1002'
  const codes = new Set<string>()
  app.get(`${version}/dialog/oauth`, (c) => {
    const { client_id, redirect_uri, state = '' } = c.req.query()
    if (client_id !== playedApp.clientId || !redirect_uri) return c.text('Invalid request', 400)
    const code = `code-${newId()}`
    codes.add(code)
    return c.redirect(`${redirect_uri}?code=${code}&state=${encodeURIComponent(state)}`)
  })
  app.get(`${version}/oauth/access_token`, (c) => {
    const { client_secret, code = '', fb_exchange_token } = c.req.query()
    const isKnown = tokens.holder(fb_exchange_token) !== undefined || codes.delete(code)
    if (client_secret !== playedApp.clientSecret || !isKnown)
      return graphError(c, {
        code: 100,
        subcode: 36009,
        message: 'This authorization code has been used.',
      })
    return c.json({
      access_token: tokens.issue(person, scopes),
      token_type: 'bearer',
      expires_in: fb_exchange_token === undefined ? 5400 : 5_183_944,
    })
  })
  app.get(`${version}/me/permissions`, (c) => {
    const holder = tokens.holder(c.req.query('access_token'))
    const permission = (name: string) => ({
      permission: name,
      status: holder?.scopes.has(name) ? 'granted' : 'declined',
    })
    return c.json({ data: scopes.map(permission) })
  })
  app.get(`${version}/me/accounts`, (c) => {
    if (tokens.holder(c.req.query('access_token')) === undefined)
      return graphError(c, { code: 190, message: 'Invalid OAuth access token.', status: 401 })
    const mine = { id: page.id, name: 'River Bakery', username: page.handle }
    return c.json({
      data: [
        {
          ...mine,
          access_token: tokens.issue(page.id, scopes),
          tasks: ['CREATE_CONTENT', 'MANAGE'],
        },
        { id: '7', name: 'Read only', access_token: tokens.issue('7', []), tasks: ['ANALYZE'] },
      ],
      paging: { cursors: { before: 'a', after: 'b' } },
    })
  })
}
