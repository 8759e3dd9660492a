import { reach } from './request.ts'

/** A "no" of the sign-in service; `code` is its own word (`INVALID_EMAIL_OR_PASSWORD` …). */
export class AuthError extends Error {
  override readonly name = 'AuthError'
  readonly code: string
  readonly status: number
  /** Seconds to wait, when there were too many tries. */
  readonly retryAfter: number | undefined

  constructor(answer: { code: string; status: number; message: string; retryAfter?: number }) {
    super(answer.message)
    this.code = answer.code
    this.status = answer.status
    this.retryAfter = answer.retryAfter
  }
}

export function signUp(person: { name: string; email: string; password: string }): Promise<void> {
  return post('/sign-up/email', person)
}

export function signIn(person: { email: string; password: string }): Promise<void> {
  return post('/sign-in/email', person)
}

export function signOut(): Promise<void> {
  return post('/sign-out', {})
}

export function requestPasswordReset(email: string): Promise<void> {
  return post('/request-password-reset', { email, redirectTo: '/reset-password' })
}

export function resetPassword(reset: { newPassword: string; token: string }): Promise<void> {
  return post('/reset-password', reset)
}

export function deleteAccount(password: string): Promise<void> {
  return post('/delete-user', { password })
}

async function post(path: string, body: unknown): Promise<void> {
  const response = await reach(`/api/auth${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify(body),
  })
  if (!response.ok) throw await errorFrom(response)
}

async function errorFrom(response: Response): Promise<AuthError> {
  const body: unknown = await response.json().catch(() => null)
  const { code, message, detail, retryAfter } = (body ?? {}) as Record<string, unknown> & {
    code?: unknown
    message?: unknown
    detail?: unknown
    retryAfter?: unknown
  }
  return new AuthError({
    code: typeof code === 'string' ? code : 'UNKNOWN',
    status: response.status,
    message: firstText(detail, message) ?? 'Something went wrong on our side. Try again.',
    ...(typeof retryAfter === 'number' ? { retryAfter } : {}),
  })
}

function firstText(...values: readonly unknown[]): string | undefined {
  return values.find((value): value is string => typeof value === 'string' && value !== '')
}
