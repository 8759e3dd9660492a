import type { Context as HonoContext } from 'hono'
import { sentenceFor } from '../accounts/sentences.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { addressGroup, addressOf } from './client-address.ts'
import { countedAccount } from './counted-account.ts'
import { problem, problemResponse } from './problem.ts'
import type { AttemptRule, RateLimits } from './rate-limit.ts'

/** The only doors of the accounts library that are open; everything else it could do is not there. */
const doors: Readonly<Record<string, readonly [AttemptRule, AttemptRule] | null>> = {
  'GET /get-session': null,
  'POST /sign-out': null,
  'POST /sign-up/email': ['signUpByAddress', 'signUpByAccount'],
  'POST /sign-in/email': ['signInByAddress', 'signInByAccount'],
  'POST /delete-user': ['signInByAddress', 'signInByAccount'],
  'POST /request-password-reset': ['resetByAddress', 'resetByAccount'],
  'POST /reset-password': ['resetByAddress', 'resetByAccount'],
}

type Needs = Pick<Context, 'auth' | 'config' | 'log'>

/** Answers what is under `/api/auth`: counts attempts, then asks the accounts library. */
export function accountsHandler(context: Needs, limits: RateLimits) {
  return async (c: HonoContext): Promise<Response> => {
    const path = c.req.path.replace(/^\/api\/auth/, '')
    const door = doors[`${c.req.method} ${path}`]
    if (door === undefined) throw new Refusal('not_found', 'There is nothing at this address.')
    const text = c.req.method === 'GET' ? undefined : await c.req.text()
    const body = text === undefined ? {} : parseBody(c, text)
    const keys = door && (await countedKeys(context, c, path, body))
    for (const [rule, key] of pairs(door, keys)) await limits.attempt(rule, key)
    const response = await context.auth.handle(asked(context, c, text))
    if (response.ok && path !== '/sign-up/email' && path !== '/request-password-reset')
      for (const [rule, key] of pairs(door, keys)) await limits.forgive(rule, key)
    return readable(response)
  }
}

function pairs(
  rules: readonly [AttemptRule, AttemptRule] | null,
  keys: readonly [string, string | undefined] | null,
): (readonly [AttemptRule, string])[] {
  if (rules === null || keys === null) return []
  const [address, account] = keys
  const byAddress = [[rules[0], address]] as const
  return account === undefined ? [...byAddress] : [...byAddress, [rules[1], account]]
}

/** Whom an attempt counts for: the place it comes from, and the account it is about. */
async function countedKeys(
  context: Needs,
  c: HonoContext,
  path: string,
  body: { readonly email?: unknown; readonly token?: unknown },
): Promise<[string, string | undefined]> {
  const address = addressGroup(addressOf(c, context.config.trustedProxies))
  const account =
    path === '/delete-user'
      ? (await context.auth.person(c.req.raw.headers))?.email
      : (body.email ?? body.token)
  return [address, typeof account === 'string' ? countedAccount(account) : undefined]
}

function parseBody(c: HonoContext, text: string): { email?: unknown; token?: unknown } {
  if (text === '') return {}
  const type = c.req.header('content-type') ?? ''
  try {
    const body: unknown = /^application\/json\b/i.test(type) ? JSON.parse(text) : undefined
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body
  } catch {
    // The same answer as for anything else that is not a JSON object.
  }
  throw new Refusal(
    'invalid_request',
    'The request could not be read: send a JSON object with the header content-type: application/json.',
  )
}

function asked(context: Needs, c: HonoContext, text: string | undefined): Request {
  const headers = new Headers(c.req.raw.headers)
  // Where the request comes from has been judged already; the library would refuse programs, which
  // send no Origin.
  if (!headers.has('origin')) headers.set('origin', new URL(context.config.publicUrl).origin)
  return new Request(c.req.url, {
    method: c.req.method,
    headers,
    ...(text !== undefined && text !== '' && { body: text }),
  })
}

async function readable(response: Response): Promise<Response> {
  if (response.status < 400) return response
  if (response.status >= 500)
    return problemResponse(
      problem('internal_error', 'Something went wrong on our side. Try again in a moment.'),
    )
  const refusal: unknown = await response.json().catch(() => undefined)
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  headers.set('content-type', 'application/json')
  return new Response(JSON.stringify(sentenceFor(isObject(refusal) ? refusal : {})), {
    status: response.status,
    headers,
  })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
