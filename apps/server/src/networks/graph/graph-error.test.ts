import { describe, expect, it } from 'vitest'
import { NetworkAnswer } from '../http/network-answer.ts'
import { graphErrorBehind, graphErrorFrom } from './graph-error.ts'

const now = Date.parse('2026-11-26T12:00:00Z')

function errorOf(error: object, { status = 400, commits = false, headers = {} } = {}) {
  const text = JSON.stringify({
    error: { message: 'Said by Meta', type: 'OAuthException', ...error },
  })
  const answer = new NetworkAnswer({ url: 'https://graph.example/', status, headers, text })
  return graphErrorFrom(answer, { name: 'Facebook', commits, now })
}

describe('errors of Meta', () => {
  it.each([
    [{ code: 190, error_subcode: 463 }, 'account', 'account_expired'],
    [{ code: 190, error_subcode: 458 }, 'account', 'account_revoked'],
    [{ code: 10 }, 'account', 'permission_missing'],
    [{ code: 200 }, 'account', 'permission_missing'],
    [{ code: 4 }, 'wait', 'rate_limited'],
    [{ code: 80001 }, 'wait', 'rate_limited'],
    [{ code: 506 }, 'rejected', 'duplicate_refused'],
    [{ code: 368 }, 'rejected', 'content_refused'],
    [{ code: 100 }, 'rejected', 'content_refused'],
  ])('knows %j as %s, %s', (error, kind, code) => {
    expect(errorOf(error, { commits: true })).toMatchObject({ kind, code })
  })

  it.each([{ code: 1 }, { code: 2 }, { code: 99, is_transient: true }])(
    'takes %j for lost only where it may have published',
    (error) => {
      expect(errorOf(error)).toMatchObject({ kind: 'not_sent', code: 'network_failed' })
      expect(errorOf(error, { commits: true })).toMatchObject({ kind: 'lost', code: 'answer_lost' })
    },
  )

  it('waits as long as Meta estimates', () => {
    const usage = JSON.stringify({
      '1': [{ type: 'pages', estimated_time_to_regain_access: 12 }, { type: 'other' }],
    })
    expect(errorOf({ code: 32 }, { headers: { 'x-business-use-case-usage': usage } }).retryAt).toBe(
      now + 12 * 60_000,
    )
    expect(errorOf({ code: 32 }).retryAt).toBe(now + 3_600_000)
  })

  it('says in the words of Meta what it refused, and keeps its number', () => {
    const error = errorOf({ code: 100, error_user_msg: 'The link is blocked.', fbtrace_id: 'Ab1' })
    expect(error.detail).toBe('Facebook refused the post: The link is blocked.')
    expect(error.requestId).toBe('Ab1')
    expect(graphErrorBehind(error)).toMatchObject({ code: 100 })
  })

  it('takes a page of a proxy after publishing for lost', () => {
    const answer = new NetworkAnswer({ url: '', status: 502, headers: {}, text: '<html>' })
    const facts = { name: 'Facebook', commits: true, now }
    expect(graphErrorFrom(answer, facts)).toMatchObject({ kind: 'lost' })
  })
})
