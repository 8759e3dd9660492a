import type { Context } from 'hono'
import type { Clock } from '../../clock.ts'
import { numbersByTime, PlayedTokens } from './played-account.ts'
import type { StandInPost } from './stand-in.ts'

/** An upload as X keeps it; a post uses it once it is whole. */
export interface XUpload {
  readonly mediaType: string
  readonly expected: number
  bytes: number
  alt: string
  isUsable: boolean
}

export const xAccount = { id: '2244994945', handle: 'riverbakery' }
export const xScopes = ['tweet.read', 'tweet.write', 'users.read', 'media.write', 'offline.access']

export interface Tweet extends StandInPost {
  readonly createdAt: number
  readonly mediaIds: readonly string[]
}

/** What X would remember. */
export class XState {
  readonly tokens = new PlayedTokens()
  /** Each works once. */
  readonly refreshTokens = new Set<string>()
  /** Of codes what has to be proven. */
  readonly challenges = new Map<string, string>()
  readonly uploads = new Map<string, XUpload>()
  readonly tweets: Tweet[] = []
  readonly clock: Clock
  readonly newId: () => string
  listingLagMs = 0
  subscription = 'None'

  constructor(clock: Clock) {
    this.clock = clock
    this.newId = numbersByTime(clock)
  }

  grant() {
    const refreshToken = `refresh-${this.newId()}`
    this.refreshTokens.add(refreshToken)
    return { accessToken: this.tokens.issue(xAccount.id, xScopes), refreshToken }
  }
}

export function xProblem(c: Context, status: 400 | 401 | 403 | 404, detail: string) {
  const title = { 400: 'Invalid Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found' }
  return c.json({ detail, type: 'about:blank', title: title[status], status }, status)
}

/** The answer to who may not; undefined: they may. */
export function xForbids(c: Context, { tokens }: XState, scope: string) {
  const holder = tokens.holder(c.req.header('authorization')?.replace('Bearer ', ''))
  if (holder === undefined) return xProblem(c, 401, 'Unauthorized')
  return holder.scopes.has(scope) ? undefined : xProblem(c, 403, 'Forbidden')
}
