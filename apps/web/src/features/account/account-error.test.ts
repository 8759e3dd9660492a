import { describe, expect, it } from 'vitest'
import { ApiError, makeProblem } from '../../api/api-error.ts'
import { AuthError } from '../../api/auth.ts'
import { accountErrorFrom } from './account-error.ts'

describe('an error of the account pages', () => {
  it('stands at the field it belongs to', () => {
    const short = new AuthError({ code: 'PASSWORD_TOO_SHORT', status: 400, message: 'Too short.' })
    expect(accountErrorFrom(short)).toEqual({ field: 'password', text: 'Too short.' })
    const wrong = new AuthError({
      code: 'INVALID_EMAIL_OR_PASSWORD',
      status: 401,
      message: 'Not right.',
    })
    expect(accountErrorFrom(wrong)).toEqual({ field: 'form', text: 'Not right.' })
  })

  it('says how long to wait after too many tries', () => {
    const limited = { code: 'rate_limited', status: 429, message: 'Too many requests.' }
    const seconds = accountErrorFrom(new AuthError({ ...limited, retryAfter: 40 }))
    expect(seconds.text).toBe('Too many tries. Try again in 40 seconds.')
    const minutes = accountErrorFrom(new AuthError({ ...limited, retryAfter: 601 }))
    expect(minutes.text).toBe('Too many tries. Try again in 11 minutes.')
  })

  it('takes the sentence of a connection that failed', () => {
    const error = new ApiError(makeProblem('unavailable', 'Rheos could not be reached.'))
    expect(accountErrorFrom(error)).toEqual({ field: 'form', text: 'Rheos could not be reached.' })
  })
})
