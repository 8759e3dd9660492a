import { describe, expect, it } from 'vitest'
import { NetworkAnswer } from '../http/network-answer.ts'
import { xErrorFrom } from './errors.ts'

const now = Date.parse('2026-11-26T12:00:00Z')
const soon = now / 1000 + 300
const tomorrow = now / 1000 + 80_000

function errorOf(status: number, body: object, headers: Record<string, string> = {}) {
  const text = JSON.stringify(body)
  const answer = new NetworkAnswer({ url: 'https://api.x.example/', status, headers, text })
  return xErrorFrom(answer, { name: 'X', commits: true, now })
}

describe('errors of X', () => {
  it('waits for the last of the windows that are used up', () => {
    const windows = {
      'x-rate-limit-remaining': '0',
      'x-rate-limit-reset': String(soon),
      'x-user-limit-24hour-remaining': '0',
      'x-user-limit-24hour-reset': String(tomorrow),
    }
    expect(errorOf(429, { title: 'Too Many Requests' }, windows).retryAt).toBe(tomorrow * 1000)
    const { 'x-rate-limit-reset': reset, 'x-rate-limit-remaining': left } = windows
    const one = { 'x-rate-limit-reset': reset, 'x-rate-limit-remaining': left }
    expect(errorOf(429, {}, one).retryAt).toBe(soon * 1000)
    expect(errorOf(429, {}).retryAt).toBe(now + 15 * 60_000)
  })

  it.each([
    [
      403,
      'You are not allowed to create a Tweet with duplicate content.',
      'rejected',
      'duplicate_refused',
    ],
    [
      403,
      'You attempted to reply to a Tweet that is deleted or not visible to you.',
      'rejected',
      'reply_target_gone',
    ],
    [403, 'You are not permitted to perform this action.', 'rejected', 'content_refused'],
    [403, 'Forbidden', 'account', 'permission_missing'],
    [400, 'Your media IDs are invalid.', 'rejected', 'media_refused'],
    [401, 'Unauthorized', 'account', 'account_expired'],
    [402, 'Your enrolled account does not have any credits.', 'wait', 'rate_limited'],
    [503, 'Service Unavailable', 'lost', 'answer_lost'],
  ])('knows %i “%s” as %s, %s', (status, detail, kind, code) => {
    expect(errorOf(status, { detail, type: 'about:blank', status })).toMatchObject({ kind, code })
  })
})
