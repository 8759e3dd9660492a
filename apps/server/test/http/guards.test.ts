import { request } from 'node:http'
import type { About, Me, Problem, Workspace } from '@rheos/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'

let studio: TestStudio
let ada: SignedUp
let eve: SignedUp

beforeAll(async () => {
  studio = await startStudio()
  ada = await studio.signUp({ name: 'Ada' })
  eve = await studio.signUp({ name: 'Eve' })
})
afterAll(() => studio.close())

async function problem(answer: Response): Promise<Problem> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  const body = (await answer.json()) as Problem
  expect(body.status).toBe(answer.status)
  expect(body.detail).toMatch(/^[A-Z“][^\n]+\.$/)
  return body
}

describe('who may enter a workspace', () => {
  test('another tenant’s workspace and one that never was are answered alike, on every path', async () => {
    for (const path of ['/credits', '/brands', '/assets', '/posts', '/credits/stream', '']) {
      const ask = (id: string) =>
        path === ''
          ? eve.client.patch(`/api/v1/workspaces/${id}`, { name: 'Mine now' })
          : eve.client.get(`/api/v1/workspaces/${id}${path}`)
      const foreign = await ask(ada.workspaceId)
      const none = await ask('no-such-workspace')
      expect([path, foreign.status, none.status]).toEqual([path, 404, 404])
      expect(await problem(foreign)).toEqual(await problem(none))
    }
  })

  test('signed out, every path of a workspace is closed', async () => {
    for (const path of ['/credits', '/brands', '/credits/stream']) {
      const answer = await studio.visitor().get(`${ada.workspace}${path}`)
      expect((await problem(answer)).code).toBe('unauthenticated')
    }
  })

  test('its name can be changed', async () => {
    const before = (await ada.client.json<Me>('/api/v1/me')).workspaces[0]
    const answer = await ada.client.patch(ada.workspace, { name: '  Analytical Engines ' })
    expect(answer.status).toBe(200)
    expect((await answer.json()) as Workspace).toEqual({ ...before, name: 'Analytical Engines' })
  })

  test('a member may not rename it', async () => {
    await studio.context.database.pool.query(
      `insert into studio.members (workspace_id, user_id, role, created_at) values ($1, $2, 'member', now())`,
      [ada.workspaceId, eve.userId],
    )
    const answer = await eve.client.patch(ada.workspace, { name: 'Mine now' })
    expect((await problem(answer)).code).toBe('forbidden')
    await studio.context.database.pool.query(
      'delete from studio.members where user_id = $1 and workspace_id = $2',
      [eve.userId, ada.workspaceId],
    )
  })
})

describe('requests that are not right', () => {
  const send = (body: string | undefined, contentType = 'application/json') =>
    ada.client.request('PATCH', ada.workspace, {
      headers: { 'content-type': contentType },
      ...(body !== undefined && { body }),
    })

  test.each([
    ['JSON that is none', '{"name":'],
    ['no body', undefined],
    ['a field nobody knows', '{"name":"A","plan":"team"}'],
    ['the wrong type', '{"name":7}'],
    ['an array', '[]'],
    ['null', 'null'],
    ['a name of blanks', '{"name":"   "}'],
    ['a name too long', JSON.stringify({ name: 'x'.repeat(81) })],
    ['a NUL', '{"name":"a\\u0000b"}'],
  ])('%s: one sentence, 400', async (_, body) => {
    const answer = await send(body)
    expect(answer.status).toBe(400)
    expect((await problem(answer)).code).toBe('invalid_request')
  })

  test('another content type is refused', async () => {
    expect((await problem(await send('{"name":"A"}', 'text/plain'))).code).toBe('invalid_request')
  })

  test('a body over 256 kB is refused, with and without its length', async () => {
    const body = JSON.stringify({ name: 'x'.repeat(300 * 1024) })
    expect((await problem(await send(body))).code).toBe('body_too_large')
    expect(await postInPieces(`${studio.url}${ada.workspace}`, body, ada.client.cookie)).toBe(413)
  })

  test('an unknown path under /api is a problem, not a page', async () => {
    for (const path of ['/api/v1/nothing', '/api/nothing', '/api/auth/nothing', '/api']) {
      const answer = await ada.client.get(path)
      expect([path, answer.status]).toEqual([path, 404])
      expect((await problem(answer)).code).toBe('not_found')
    }
  })

  test('a path that cannot be decoded is not found', async () => {
    const answer = await ada.client.get('/api/v1/workspaces/%E0%A4%A/credits')
    expect(answer.status).toBe(404)
  })

  test('a cursor nobody gave out is refused', async () => {
    const answer = await ada.client.get(`${ada.workspace}/credits/usage?cursor=made-up`)
    expect((await problem(answer)).code).toBe('invalid_request')
  })
})

describe('other sites', () => {
  const rename = (headers: Record<string, string>) =>
    ada.client.patch(ada.workspace, { name: 'Renamed' }, headers)

  test.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'http://localhost:1' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('%o changes nothing', async (headers) => {
    const answer = await rename(headers)
    expect(answer.status).toBe(403)
    expect((await problem(answer)).code).toBe('forbidden')
    const signOut = await ada.client.post('/api/auth/sign-out', {}, headers)
    expect(signOut.status).toBe(403)
  })

  test('the studio’s own page may, at its name and at 127.0.0.1', async () => {
    expect((await rename({ origin: studio.url, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    const byNumber = studio.url.replace('localhost', '127.0.0.1')
    const answer = await fetch(`${byNumber}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: byNumber },
      body: JSON.stringify({ email: ada.email, password: ada.password }),
    })
    expect(answer.status).toBe(200)
  })

  test('a name that points here is not the studio', async () => {
    const port = new URL(studio.url).port
    const status = await postAs(`${studio.url}/api/auth/sign-out`, {
      host: `rebound.example:${port}`,
      origin: `http://rebound.example:${port}`,
    })
    expect(status).toBe(403)
  })
})

describe('what every answer carries', () => {
  test.each(['/', '/api/v1/about', '/api/v1/me', '/openapi.json'])('%s', async (path) => {
    const { headers } = await studio.visitor().get(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy.split('; ').sort()).toEqual(
      [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob: data:",
        "media-src 'self' blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ].sort(),
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBeTruthy()
    expect(headers.get('permissions-policy')).toBeTruthy()
    // Only over https.
    expect(headers.get('strict-transport-security')).toBeNull()
  })
})

describe('what everybody may ask', () => {
  test('about', async () => {
    const about = await studio.visitor().json<About>('/api/v1/about')
    expect(about).toMatchObject({ supportEmail: 'support@rheos.app', mailDelivered: false })
  })

  test('health', async () => {
    const answer = await studio.visitor().get('/healthz')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ process: 'ok', database: 'ok', jobs: 'ok' })
  })

  test('the description tells every route, its cookie and its problems', async () => {
    const document = await studio.visitor().json<{
      openapi: string
      paths: Record<string, Record<string, { security?: unknown; responses: object }>>
      components: { schemas: object; securitySchemes: object }
    }>('/openapi.json')
    expect(document.openapi).toMatch(/^3\.1/)
    const me = document.paths['/api/v1/me']?.['get']
    expect(me?.security).toEqual([{ session: [] }])
    expect(me?.responses).toHaveProperty('default')
    expect(document.paths['/api/v1/about']?.['get']?.security).toBeUndefined()
    expect(document.paths['/api/v1/limits']?.['get']?.security).toBeUndefined()
    expect(document.components.schemas).toHaveProperty('Problem')
    expect(document.components.securitySchemes).toHaveProperty('session')
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/api/auth/sign-in/email',
        '/api/v1/plans',
        '/api/v1/workspaces/{workspaceId}',
        '/api/v1/workspaces/{workspaceId}/credits',
        '/healthz',
      ]),
    )
  })

  test('the log holds no query, cookie, address or password of anybody', async () => {
    await ada.client.get('/api/v1/me?secret=in-the-query')
    const lines = JSON.stringify(studio.log)
    expect(lines).toContain('/api/v1/me')
    expect(lines).not.toContain('in-the-query')
    expect(lines).not.toContain(ada.email)
    expect(lines).not.toContain(ada.password)
    expect(lines).not.toContain('session_token')
  })
})

/** Chunked, so that the server cannot know the length beforehand. */
function postInPieces(url: string, body: string, cookie: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      { method: 'PATCH', headers: { 'content-type': 'application/json', cookie } },
      (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      },
    )
    asked.once('error', reject)
    for (let at = 0; at < body.length; at += 64 * 1024) asked.write(body.slice(at, at + 64 * 1024))
    asked.end()
  })
}

/** With headers that `fetch` does not let its caller set. */
function postAs(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
    asked.once('error', reject)
    asked.end()
  })
}
